'use client'

import type { RefObject } from 'react'
import { useCommands } from '@/components/palette/use-commands'

/** A row marks itself, where its focus goes, and the buttons that keys press. */
const ROW = '[data-row]'
const START = '[data-row-start]'
const ACTIONS = [
  ['front', 'f'],
  ['retry', 'r'],
  ['cancel', 'x'],
] as const
export type RowAction = (typeof ACTIONS)[number][0]

/** Back to where a row's focus begins: the button that was pressed may go away. */
export const focusRow = (inside: Element): void =>
  inside.closest(ROW)?.querySelector<HTMLElement>(START)?.focus()

/** The arrow keys go from row to row; letters press the buttons of the row that has the focus. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const rowInFocus = () => document.activeElement?.closest(ROW) ?? null
  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll(ROW) ?? [])]
    const row = rowInFocus()
    const at = row ? rows.indexOf(row) : -1
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by]
    if (next) focusRow(next)
  }
  const press = (action: RowAction) =>
    rowInFocus()?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click()
  useCommands([
    { id: 'queue.rowBefore', run: () => step(-1), keys: ['ArrowUp'] },
    { id: 'queue.rowAfter', run: () => step(1), keys: ['ArrowDown'] },
    { id: 'queue.unfold', keys: ['Enter'], on: 'row' },
    ...ACTIONS.map(([action, key]) => ({
      id: `queue.${action}` as const,
      run: () => press(action),
      keys: [key],
    })),
  ])
}
