'use client'

import { useTranslations } from 'next-intl'
import type { Playhead } from '@/components/animatic/playhead'
import { useBoard } from '@/components/board/board-context'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { type PageCommand, useCommands } from '@/components/palette/command-store'
import { useRedo } from '@/components/panel/use-redo'
import type { Layout } from './use-layout'

interface StudioCommandsProps {
  playhead: Playhead
  layout: Layout
  onLayout: (change: Partial<Layout>) => void
}

/** Everything that can be done to a storyboard, offered to the palette. */
export function StudioCommands({ playhead, layout, onLayout }: StudioCommandsProps) {
  const t = useTranslations('palette')
  const scene = useTranslations('scene')
  const { undo, redo, chosen } = useEditor()
  const { scenes } = usePlanned()
  const board = useBoard()
  const current = useChosenScene()
  const making = useRedo()
  const id = current?.id ?? ''

  const on = (
    group: PageCommand['group'],
    name: Parameters<typeof t>[0] & `do.${string}`,
    run: () => void,
    keys?: string,
  ): PageCommand => ({
    id: name,
    group,
    words: t(name),
    also: t(name.replace('do.', 'also.') as `also.${'undo'}`),
    run,
    ...(keys ? { keys } : {}),
  })
  const make = (slot: 'frame' | 'clip' | 'narration', sceneIds: string[], fresh = false) =>
    void making.redo({ slot, sceneIds, fresh })
  useCommands([
    on('edit', 'do.undo', undo, 'Ctrl Z'),
    on('edit', 'do.redo', redo, 'Ctrl Shift Z'),
    on('edit', 'do.insert', () => board.insert(id || null)),
    on('edit', 'do.duplicate', () => board.duplicate(board.with(id)), 'Ctrl D'),
    on('edit', 'do.split', () => board.cut({ kind: 'split', sceneId: id }), 'S'),
    on('edit', 'do.boundary', () => board.cut({ kind: 'boundary', sceneId: id })),
    on('edit', 'do.merge', () => board.merge(id)),
    on('edit', 'do.moveUp', () => board.nudge(board.with(id), -1), 'Alt ↑'),
    on('edit', 'do.moveDown', () => board.nudge(board.with(id), 1), 'Alt ↓'),
    on('edit', 'do.remove', () => board.remove(board.with(id)), 'Delete'),
    on('make', 'do.draw', () => make('frame', [id], true)),
    on('make', 'do.speak', () => make('narration', [id])),
    on('make', 'do.move', () => make('clip', [id])),
    on('make', 'do.makeAll', () =>
      make(
        'clip',
        scenes.map((one) => one.id),
      ),
    ),
    on('view', 'do.play', playhead.toggle, 'Space'),
    on('view', 'do.loop', () => playhead.loop(playhead.getState().loopId === null ? id : null), 'L'),
    on('view', 'do.stage', () => onLayout({ place: 'stage' })),
    on('view', 'do.board', () => onLayout({ place: 'board' })),
    on('view', 'do.json', () => onLayout({ place: 'json' })),
    on('view', 'do.scenes', () => onLayout({ left: !layout.left })),
    on('view', 'do.panel', () => onLayout({ right: !layout.right })),
    on('view', 'do.timeline', () => onLayout({ timeline: !layout.timeline })),
    ...scenes.map(
      (one): PageCommand => ({
        id: `scene ${one.id}`,
        group: 'scene',
        words: t('scene', {
          number: one.number,
          title: one.text.title || scene('untitled', { number: one.number }),
        }),
        also: one.text.narration.slice(0, 200),
        run: () => chosen.choose(one.id),
      }),
    ),
  ])
  return null
}
