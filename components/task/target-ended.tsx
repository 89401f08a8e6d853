'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { May } from '@/components/access/may'
import { useStartTarget } from '@/components/project/start-target'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { SceneView } from '@/lib/project/schema'
import { SLOTS } from '@/lib/storyboard/schema'
import { TARGET_TYPES, type TaskView } from '@/lib/task/schema'
import { errorDetail, useErrorWords } from './error-words'
import { Kept } from './kept'
import { useRetryTask } from './retry-task'
import { countReady, stopOf } from './state'
import { useStoppedWords } from './stopped-words'

interface TargetEndedProps {
  target: TaskView
  scenes: readonly SceneView[]
}

/** After an error or a cancel: what happened, what was kept, and how to go on. */
export function TargetEnded({ target, scenes }: TargetEndedProps) {
  const t = useTranslations('task')
  const words = useErrorWords()
  const stoppedWords = useStoppedWords()
  const start = useStartTarget(target.projectId)
  const retry = useRetryTask()
  const [closed, setClosed] = useState(false)
  if (closed) return null

  const failed = target.status === 'error'
  const type = TARGET_TYPES.find((wanted) => wanted === target.type) ?? 'render'
  const failedSlots = scenes.flatMap((scene, i) =>
    SLOTS.filter((slot) => scene.slots[slot].state === 'failed').map((slot) => ({
      scene,
      number: i + 1,
      slot,
    })),
  )
  const stop = failed ? stopOf(target.error) : null
  const number = scenes.findIndex((scene) => scene.id === stop?.sceneId) + 1 || undefined
  const stopped = stoppedWords(stop && { stage: stop.stage, number })
  const isListed = failedSlots.some(({ scene, slot }) => scene.id === stop?.sceneId && slot === stop.stage)
  const detail = errorDetail(target.error)
  const refusal = start.error ?? retry.error
  const busy = start.isPending || retry.isPending

  return (
    <Notice
      tone={failed ? 'failed' : 'quiet'}
      title={failed ? t('failed') : t('cancelled')}
      actions={
        <>
          <May need="editor">
            {failed ? (
              <Button size="sm" disabled={busy} onClick={() => retry.mutate(target.id)}>
                {t('retry')}
              </Button>
            ) : (
              <Button size="sm" disabled={busy} onClick={() => start.mutate({ type })}>
                {t('resume')}
              </Button>
            )}
          </May>
          <Button size="sm" look="bare" onClick={() => setClosed(true)}>
            {t('dismiss')}
          </Button>
        </>
      }
    >
      {failed ? <p>{[!isListed && stopped, words(target.error)].filter(Boolean).join(' ')}</p> : null}
      {failed && detail && detail !== words(target.error) ? <p className="text-sm">{detail}</p> : null}
      {failedSlots.length > 0 ? (
        <ul className="mt-1">
          {failedSlots.map(({ scene, number, slot }) => (
            <li key={`${scene.id}-${slot}`}>{t(`failedSlot.${slot}`, { number })}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <Kept ready={countReady(scenes)} />
      </p>
      {refusal ? <p className="mt-1 text-failed">{words(refusal)}</p> : null}
    </Notice>
  )
}
