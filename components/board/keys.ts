import type { KeyboardEvent } from 'react'
import type { CommandId } from '@/components/palette/commands'
import { isPress, type Key } from '@/components/shell/keys'
import { isMac } from '@/components/shell/use-key-words'
import type { BoardActions } from './board-context'

interface BoardCommand {
  id: CommandId
  /** On a card that has the focus. */
  keys?: readonly Key[]
  run(board: BoardActions, sceneId: string): void
}

/** What can be done to a scene of the board, by its keys and by its name. */
export const BOARD_COMMANDS: readonly BoardCommand[] = [
  {
    id: 'edit.insertAfter',
    keys: ['n'],
    run: (board, id) => board.insert(id),
  },
  { id: 'edit.insertBefore', run: (board, id) => board.insertBefore(id) },
  {
    id: 'edit.duplicate',
    keys: ['mod+d'],
    run: (board, id) => board.duplicate(board.with(id)),
  },
  {
    id: 'edit.split',
    keys: ['s'],
    run: (board, sceneId) => board.cut({ kind: 'split', sceneId }),
  },
  { id: 'edit.boundary', run: (board, sceneId) => board.cut({ kind: 'boundary', sceneId }) },
  { id: 'edit.merge', run: (board, id) => board.merge(id) },
  {
    id: 'edit.moveUp',
    keys: ['alt+ArrowUp', 'alt+ArrowLeft'],
    run: (board, id) => board.nudge(board.with(id), -1),
  },
  {
    id: 'edit.moveDown',
    keys: ['alt+ArrowDown', 'alt+ArrowRight'],
    run: (board, id) => board.nudge(board.with(id), 1),
  },
  {
    id: 'edit.select',
    keys: ['shift+Space'],
    run: (board, id) => board.choose(id, 'toggle'),
  },
  { id: 'edit.selectAll', keys: ['mod+a'], run: (board) => board.selectAll() },
  {
    id: 'edit.remove',
    keys: ['Delete', 'Backspace'],
    run: (board, id) => board.remove(board.with(id)),
  },
]

/** The keys of a card that has the focus; true when it was one of them. */
export function boardKey(
  board: BoardActions,
  sceneId: string,
  { nativeEvent, target }: KeyboardEvent,
): boolean {
  if (!board.mayEdit) return false
  if (target instanceof Element && target.closest('[role="menu"], input, textarea')) return false
  const command = BOARD_COMMANDS.find(({ keys }) => keys?.some((key) => isPress(nativeEvent, key, isMac())))
  command?.run(board, sceneId)
  return command !== undefined
}
