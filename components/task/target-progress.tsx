'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { useLengthWords } from '@/components/i18n/use-words'
import { useCommands } from '@/components/palette/use-commands'
import { ResumeButton } from '@/components/queue/resume-button'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { SceneView } from '@/lib/project/schema'
import { SLOTS } from '@/lib/storyboard/schema'
import type { TaskView } from '@/lib/task/schema'
import { useCancelTask } from './cancel-task'
import { countReady, countWanted, isSceneDone, stageOf } from './state'
import { useAwaitedWords } from './task-words'
import { useIsResting } from './use-is-resting'

/** The live target: what is going on, how far it is, how long it takes, and the way out. */
export function TargetProgress({ target, scenes }: { target: TaskView; scenes: readonly SceneView[] }) {
  const t = useTranslations('task')
  const format = useFormatter()
  const length = useLengthWords()
  const cancel = useCancelTask()
  const engine = useAwaitedWords()(target)
  const away = engine && t('isAway', { engine })
  const rests = useIsResting(target)
  const doing = away && !target.work?.now ? away : t(`stage.${stageOf(target)}`)
  const stage = rests ? t('queuePaused') : doing
  const [ready, wanted] = [countReady(scenes), countWanted(scenes)]
  const cancelling = cancel.isPending || cancel.isSuccess
  useCommands(cancelling ? [] : [{ id: 'make.cancel', run: () => cancel.mutate(target.id) }])

  return (
    <section
      aria-label={t('progress')}
      className="flex flex-col gap-3 rounded border border-line bg-sheet p-4"
    >
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <p className="font-medium" aria-live="polite">
            {cancelling ? t('cancelling') : stage}
          </p>
          <p className="numeric text-soft text-sm">
            {[
              scenes.length > 0 &&
                t('scenesDone', { done: scenes.filter(isSceneDone).length, total: scenes.length }),
              away !== stage && away,
              !rests && target.leftMs !== null && t('left', { left: length(target.leftMs) }),
            ]
              .filter(Boolean)
              .join(t('separator'))}
          </p>
        </div>
        <span className="numeric font-serif text-xl leading-none">
          {format.number(target.progress, { style: 'percent', maximumFractionDigits: 0 })}
        </span>
        {rests ? <ResumeButton /> : null}
        <May need="editor">
          <Button size="sm" disabled={cancelling} onClick={() => cancel.mutate(target.id)}>
            {t('cancel')}
          </Button>
        </May>
      </div>
      <Progress
        value={target.status === 'pending' && !rests ? null : target.progress}
        words={stage}
        className="h-1"
      />
      {scenes.length > 0 && target.type === 'render' ? (
        <ul className="numeric flex flex-wrap gap-x-5 gap-y-1 text-soft text-xs">
          {SLOTS.filter((slot) => wanted[slot] > 0).map((slot) => (
            <li key={slot}>{t(`made.${slot}`, { done: ready[slot], total: wanted[slot] })}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
