'use client'

/** Palette: everything that can be done on a page, by name. Rooms register what they offer while they are on the page. */
import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface PageCommand {
  id: string
  group: 'go' | 'edit' | 'make' | 'view' | 'scene' | 'film'
  words: string
  /** Other words it is found by, such as those of the other language. */
  also?: string
  keys?: string
  run(): void
}

type List = readonly PageCommand[]

const lists = new Map<symbol, List>()
const listeners = new Set<() => void>()
let all: List = []

function change(key: symbol, list: List | null): void {
  if (list) lists.set(key, list)
  else lists.delete(key)
  all = [...lists.values()].flat()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Offers commands for as long as the component is on the page. The list may be new at each drawing. */
export function useCommands(list: List): void {
  const key = useRef(Symbol('commands')).current
  const current = useRef(list)
  current.current = list
  // By what is offered, not by the functions: those are read when a command is run.
  const shape = list.map(({ id, words }) => `${id} ${words}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the list.
  useEffect(() => {
    change(
      key,
      current.current.map((command, i) => ({ ...command, run: () => current.current[i]?.run() })),
    )
    return () => change(key, null)
  }, [key, shape])
}

const NOTHING: List = []
export const useAllCommands = (): List =>
  useSyncExternalStore(
    subscribe,
    () => all,
    () => NOTHING,
  )
