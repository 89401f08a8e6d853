'use client'

import type { RefObject } from 'react'
import { useShortcuts } from '@/components/shell/use-shortcuts'

/** A row marks itself, where its focus goes, and the buttons that keys press. */
const ROW = '[data-row]'
const START = '[data-row-start]'
const ACTION_OF_KEY = { f: 'front', x: 'cancel', r: 'retry' } as const
export type RowAction = (typeof ACTION_OF_KEY)[keyof typeof ACTION_OF_KEY]

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
  useShortcuts([
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ...Object.entries(ACTION_OF_KEY).map(([key, action]) => [key, () => press(action)] as const),
  ])
}
