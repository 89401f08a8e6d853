'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useLengthWords, useTouchedWords } from '@/components/i18n/use-words'
import { errorDetail, useErrorWords } from '@/components/task/error-words'
import { Kept } from '@/components/task/kept'
import { stageOf } from '@/components/task/state'
import { useStoppedWords } from '@/components/task/stopped-words'
import { useAwaitedWords } from '@/components/task/task-words'
import { Badge } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import type { QueueTarget } from '@/lib/project/queue/schema'
import { isFinal } from '@/lib/task/schema'

interface TargetStateProps {
  target: QueueTarget
  paused: boolean
}

/** How a target stands: how far, how long, where it stopped and why. */
export function TargetState({ target, paused }: TargetStateProps) {
  if (target.task.status === 'error') return <Failed target={target} />
  if (isFinal(target.task.status)) return <Ended target={target} />
  return target.begun ? <AtWork target={target} paused={paused} /> : <Waiting target={target} />
}

function AtWork({ target: { task, work }, paused }: TargetStateProps) {
  const t = useTranslations('queue')
  const words = useTranslations('task')
  const format = useFormatter()
  const length = useLengthWords()
  const rests = paused && !work.some((one) => one.task.status === 'running')
  const engine = useAwaitedWords()(task)
  const away = engine && words('isAway', { engine })
  const doing = away && !task.work?.now ? away : words(`stage.${stageOf(task)}`)
  const stage = rests ? t('isPaused') : doing
  const percent = format.number(task.progress, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="flex flex-col gap-1.5">
      <p className="numeric text-sm">
        {t('percent', { stage, percent })}
        {away && away !== stage ? (
          <span className="text-soft">
            {words('separator')}
            {away}
          </span>
        ) : null}
        {task.leftMs !== null && !rests ? (
          <span className="text-soft">
            {words('separator')}
            {words('left', { left: length(task.leftMs) })}
          </span>
        ) : null}
      </p>
      <Progress value={task.progress} words={stage} />
    </div>
  )
}

function Waiting({ target: { work, startsInMs } }: { target: QueueTarget }) {
  const t = useTranslations('queue')
  const task = useTranslations('task')
  const length = useLengthWords()
  const first = work.find((one) => one.task.status === 'pending')?.task.place ?? null
  const words = [
    first === null ? task('waiting') : first === 0 ? t('next') : t('after', { count: first }),
    startsInMs !== null && t('begins', { length: length(startsInMs) }),
  ]
  return <p className="numeric text-soft text-sm">{words.filter(Boolean).join(task('separator'))}</p>
}

function Failed({ target: { task, stoppedAt, kept } }: { target: QueueTarget }) {
  const t = useTranslations('queue')
  const words = useErrorWords()
  const when = useTouchedWords()(task.endedAt ?? task.createdAt)
  const detail = errorDetail(task.error)
  const cause = words(task.error)
  const stopped = useStoppedWords()(stoppedAt && { stage: stoppedAt.stage, number: stoppedAt.scene?.number })
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <p>
        <Badge dot="failed" size="sm" title={when.full}>
          <span suppressHydrationWarning>{t('ended.error', { when: when.words })}</span>
        </Badge>
      </p>
      <p>
        {stopped} {cause}
      </p>
      {detail && detail !== cause ? <p className="wrap-anywhere text-soft">{detail}</p> : null}
      <p className="text-soft">
        <Kept ready={kept} />
      </p>
    </div>
  )
}

function Ended({ target: { task } }: { target: QueueTarget }) {
  const t = useTranslations('queue')
  const length = useLengthWords()
  const { words: when, full } = useTouchedWords()(task.endedAt ?? task.createdAt)
  const tookMs = Date.parse(task.endedAt ?? '') - Date.parse(task.startedAt ?? '')
  const done = tookMs > 0 ? t('ended.doneAfter', { when, length: length(tookMs) }) : t('ended.done', { when })
  return (
    <Badge dot={task.status === 'done' ? 'done' : 'soft'} size="sm" title={full} className="numeric">
      <span suppressHydrationWarning>{task.status === 'done' ? done : t('ended.cancelled', { when })}</span>
    </Badge>
  )
}
