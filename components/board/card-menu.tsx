'use client'

import {
  ArrowDownToLine,
  ArrowUpToLine,
  Combine,
  Copy,
  Ellipsis,
  MoveDown,
  MoveHorizontal,
  MoveUp,
  Scissors,
  Trash2,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LookItems } from '@/components/look/look-items'
import { RedoItems } from '@/components/panel/redo-items'
import type { BoardScene } from '@/components/scene/board'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useBoard } from './board-context'

/** Everything that can be done to a scene's place and text. */
export function CardMenu({ scene, count }: { scene: BoardScene; count: number }) {
  const t = useTranslations('board')
  const board = useBoard()
  const { id, number } = scene
  if (!board.mayEdit) return null
  const trigger = (
    <Button
      size="icon"
      aria-label={t('actions', { number })}
      className="absolute top-1.5 right-1.5 opacity-0 shadow-float focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
    >
      <Ellipsis aria-hidden="true" className="size-4" />
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuItem icon={<Scissors />} takesFocus onSelect={() => board.cut({ kind: 'split', sceneId: id })}>
        {t('split')}
      </MenuItem>
      {number < count ? (
        <>
          <MenuItem icon={<Combine />} takesFocus onSelect={() => board.merge(id)}>
            {t('merge')}
          </MenuItem>
          <MenuItem
            icon={<MoveHorizontal />}
            takesFocus
            onSelect={() => board.cut({ kind: 'boundary', sceneId: id })}
          >
            {t('boundary')}
          </MenuItem>
        </>
      ) : null}
      <RedoItems scene={scene} />
      <LookItems scene={scene} />
      <MenuItem icon={<ArrowUpToLine />} takesFocus onSelect={() => board.insertBefore(id)}>
        {t('insertBefore')}
      </MenuItem>
      <MenuItem icon={<ArrowDownToLine />} takesFocus onSelect={() => board.insert(id)}>
        {t('insertAfter')}
      </MenuItem>
      <MenuItem icon={<Copy />} takesFocus onSelect={() => board.duplicate(board.with(id))}>
        {t('duplicate')}
      </MenuItem>
      {number > 1 ? (
        <MenuItem icon={<MoveUp />} takesFocus onSelect={() => board.nudge(board.with(id), -1)}>
          {t('moveUp')}
        </MenuItem>
      ) : null}
      {number < count ? (
        <MenuItem icon={<MoveDown />} takesFocus onSelect={() => board.nudge(board.with(id), 1)}>
          {t('moveDown')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Trash2 />} grave takesFocus onSelect={() => board.remove(board.with(id))}>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
