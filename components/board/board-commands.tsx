'use client'

import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import { useCommands } from '@/components/palette/use-commands'
import { useBoard } from './board-context'
import { BOARD_COMMANDS } from './keys'

/** The board's commands by name, for the scene that is chosen. */
export function BoardCommands() {
  const board = useBoard()
  const { scenes } = usePlanned()
  const scene = useChosenScene()
  const hasNext = (scene?.number ?? 0) < scenes.length
  const isPossible: Partial<Record<string, boolean>> = {
    'edit.boundary': hasNext,
    'edit.merge': hasNext,
    'edit.moveDown': hasNext,
    'edit.moveUp': (scene?.number ?? 0) > 1,
    'edit.remove': scenes.length > 1,
  }
  useCommands([{ id: 'make.upgrade', run: board.upgrade }])
  useCommands(
    BOARD_COMMANDS.map(({ id, keys, run }) => ({
      id,
      ...(keys ? { keys, on: 'card' as const } : {}),
      ...(scene && isPossible[id] !== false ? { run: () => run(board, scene.id) } : {}),
    })),
  )
  return null
}
