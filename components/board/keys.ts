import type { KeyboardEvent } from 'react'
import type { BoardActions } from './board-context'

/** The keys of a card that has the focus; true when it was one of them. */
export function boardKey(board: BoardActions, sceneId: string, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey } = event
  const isCommand = event.ctrlKey || event.metaKey
  if (event.target instanceof Element && event.target.closest('[role="menu"], input, textarea')) return false
  if (altKey && (key === 'ArrowUp' || key === 'ArrowLeft')) board.nudge(board.with(sceneId), -1)
  else if (altKey && (key === 'ArrowDown' || key === 'ArrowRight')) board.nudge(board.with(sceneId), 1)
  else if (key === 'Delete' || key === 'Backspace') board.remove(board.with(sceneId))
  else if (isCommand && key.toLowerCase() === 'd') board.duplicate(board.with(sceneId))
  else if (isCommand && key.toLowerCase() === 'a') board.selectAll()
  else if (shiftKey && key === ' ') board.choose(sceneId, 'toggle')
  else if (!isCommand && !altKey && key.toLowerCase() === 's') board.cut({ kind: 'split', sceneId })
  else return false
  return true
}
