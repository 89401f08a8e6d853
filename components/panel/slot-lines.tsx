'use client'

import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import type { BoardScene } from '@/components/scene/board'
import { NarrationButton } from '@/components/scene/narration-button'
import { SlotLine } from '@/components/scene/slot-line'
import { useCancelTask } from '@/components/task/cancel-task'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { SLOTS } from '@/lib/storyboard/schema'
import { RedoButtons } from './redo-buttons'

/** What the scene is made of: how each stands, why, and what can be done about it. */
export function SlotLines({ scene, onListen }: { scene: BoardScene; onListen: () => void }) {
  const t = useTranslations('panel')
  const cancel = useCancelTask()
  const { slots } = scene.state
  const spoken = slots.narration.url
  return (
    <ul className="flex flex-col gap-3">
      {SLOTS.map((slot) => {
        const view = slots[slot]
        const silent = slot === 'narration' && scene.text.narration.trim() === ''
        return (
          <li key={slot} className="flex flex-col gap-1.5">
            <SlotLine slot={slot} view={view} silent={silent} />
            {view.task ? (
              <span className="flex items-center gap-2 pl-6">
                <Progress
                  value={view.task.status === 'pending' ? 0 : view.task.progress}
                  words={t('progress')}
                  className="flex-1"
                />
                <May need="editor">
                  <Button size="sm" onClick={() => view.task && cancel.mutate(view.task.id)}>
                    {t('cancel')}
                  </Button>
                </May>
              </span>
            ) : silent ? null : (
              <span className="flex flex-wrap gap-1.5 pl-6">
                {slot === 'narration' && spoken ? (
                  <NarrationButton key={spoken} url={spoken} onStart={onListen} />
                ) : null}
                <RedoButtons sceneId={scene.id} slot={slot} view={view} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
