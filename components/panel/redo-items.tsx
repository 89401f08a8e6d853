'use client'

import { Dices, RotateCw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BoardScene } from '@/components/scene/board'
import { useCancelTask } from '@/components/task/cancel-task'
import { MenuItem } from '@/components/ui/menu'
import { SLOTS } from '@/lib/storyboard/schema'
import { useCostWords, useRedo } from './use-redo'

/** Making a scene's parts, in a menu: what is missing or stale, else another picture. */
export function RedoItems({ scene }: { scene: BoardScene }) {
  const t = useTranslations('panel')
  const { preview, redo } = useRedo()
  const cost = useCostWords()
  const cancel = useCancelTask()
  const { slots } = scene.state
  const open = SLOTS.filter((slot) => {
    const isSilent = slot === 'narration' && scene.text.narration.trim() === ''
    return slots[slot].state !== 'ready' && !slots[slot].task && !isSilent
  })
  const atWork = SLOTS.flatMap((slot) => slots[slot].task ?? [])
  return (
    <>
      {atWork.map((task) => (
        <MenuItem key={task.id} icon={<X />} onSelect={() => cancel.mutate(task.id)}>
          {t(`stop.${task.type as 'frame'}`)}
        </MenuItem>
      ))}
      {open.map((slot) => {
        const wish = { slot, sceneIds: [scene.id], fresh: false }
        return (
          <MenuItem key={slot} icon={<RotateCw />} onSelect={() => void redo(wish)}>
            <span className="flex-1">{t(`make.${slot}`)}</span>
            <span className="numeric pl-4 text-soft text-xs">{cost(preview(wish))}</span>
          </MenuItem>
        )
      })}
      {slots.frame.fingerprint ? (
        <MenuItem
          icon={<Dices />}
          onSelect={() => void redo({ slot: 'frame', sceneIds: [scene.id], fresh: true })}
        >
          {t('fresh.frame')}
        </MenuItem>
      ) : null}
    </>
  )
}
