'use client'

import { useEffect, useRef } from 'react'
import { type Shortcut, useShortcuts } from '@/components/shell/use-shortcuts'
import { commandOffers, type PageCommand, type Place, placeOffers } from './commands'

const shortcutsOf = ({ keys = [], on, run }: PageCommand): Shortcut[] =>
  run && on === undefined ? keys.map((key) => [key, run] as const) : []

/** Offers commands and listens to their keys for as long as the component is on the page. */
export function useCommands(commands: readonly PageCommand[]): void {
  const current = useRef(commands)
  current.current = commands
  useEffect(() => commandOffers.add(() => current.current), [])
  useShortcuts(commands.flatMap(shortcutsOf))
}

/** Offers places to go to. There may be hundreds, so they are listed only when somebody looks for one. */
export function usePlaces(list: () => readonly Place[]): void {
  const current = useRef(list)
  current.current = list
  useEffect(() => placeOffers.add(() => current.current()), [])
}
