'use client'

import { useEffect, useRef } from 'react'
import { useSession } from '@/components/access/queries'
import { mayAs } from '@/components/access/use-may'
import { type Shortcut, useShortcuts } from '@/components/shell/use-shortcuts'
import { commandOffers, type PageCommand, type Place, placeOffers } from './commands'
import { needOf } from './need-of'

const shortcutsOf = ({ keys = [], on, run }: PageCommand): Shortcut[] =>
  run && on === undefined ? keys.map((key) => [key, run] as const) : []

/**
 * Offers commands and listens to their keys for as long as the component is on the page. What the server would refuse to
 * whoever looks is not offered.
 */
export function useCommands(wanted: readonly PageCommand[]): void {
  const { data: session } = useSession()
  const commands = wanted.filter(({ id }) => {
    const need = needOf(id)
    return need === null || mayAs(session, need)
  })
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
