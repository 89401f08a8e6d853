'use client'

import { History, ListPlus, RotateCw, Sparkles, StepForward } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { hasState } from '@/components/panel/has-state'
import { type RedoWish, useCostWords, useRedo } from '@/components/panel/use-redo'
import type { BoardScene } from '@/components/scene/board'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useBoard } from './board-context'

/** Making many scenes at once: what is stale, what is missing, everything from here on. */
export function RedoMenu() {
  const t = useTranslations('board')
  const { mayEdit } = useBoard()
  if (!mayEdit) return null
  const trigger = (
    <Button look="bare" size="icon" aria-label={t('makeMany')} title={t('makeMany')}>
      <RotateCw aria-hidden="true" className="size-4" />
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <RedoChoices />
    </Menu>
  )
}

function RedoChoices() {
  const t = useTranslations('board')
  const { scenes } = usePlanned()
  const chosen = useChosenScene()
  const { preview, redo } = useRedo()
  const cost = useCostWords()
  const board = useBoard()
  const wishOf = (list: readonly BoardScene[]): RedoWish => ({
    slot: 'clip',
    sceneIds: list.map((scene) => scene.id),
    fresh: false,
  })
  const choices = [
    ['stale', <History key="i" />, scenes.filter((scene) => hasState(scene, ['stale']))],
    [
      'missing',
      <ListPlus key="i" />,
      scenes.filter((scene) => hasState(scene, ['missing', 'blocked', 'failed'])),
    ],
    ['fromHere', <StepForward key="i" />, scenes.slice((chosen?.number ?? 1) - 1)],
  ] as const
  return (
    <>
      {choices.map(([name, icon, list]) => (
        <MenuItem
          key={name}
          icon={icon}
          onSelect={() => {
            if (list.length > 0) void redo(wishOf(list))
          }}
        >
          <span className="flex-1">{t(`many.${name}`, { count: list.length })}</span>
          <span className="numeric pl-4 text-soft text-xs">
            {list.length > 0 ? cost(preview(wishOf(list))) : t('none')}
          </span>
        </MenuItem>
      ))}
      <MenuItem icon={<Sparkles />} takesFocus onSelect={board.upgrade}>
        {t('upgrade')}
      </MenuItem>
    </>
  )
}
