'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useChosenId } from '@/components/editor/chosen-scene'
import { clientName } from '@/components/editor/client-name'
import { useEditor } from '@/components/editor/editor-context'
import { liveSocket } from '@/components/live/socket'
import type { Presence } from '@/lib/live/contract'
import { type Person, peopleOf } from './people'

const NAME_KEY = 'studio.name'

interface People {
  people: readonly Person[]
  setName(name: string): void
}

const PeopleContext = createContext<People>({ people: [], setName: () => undefined })

function keptName(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? ''
  } catch {
    return ''
  }
}

/** Tells the others where this page is, and this page where the others are. */
export function PeopleRoom({ children }: { children: ReactNode }) {
  const { projectId } = useEditor()
  const sceneId = useChosenId()
  const [name, setName] = useState(keptName)
  const [everybody, setEverybody] = useState<readonly Presence[]>([])

  useEffect(() => {
    const socket = liveSocket()
    const say = () => socket.emit('here', projectId, { client: clientName(), name, sceneId }, () => {})
    if (socket.connected) say()
    socket.on('connect', say)
    return () => {
      socket.off('connect', say)
    }
  }, [projectId, sceneId, name])

  useEffect(() => {
    const socket = liveSocket()
    const hear = (id: string, there: Presence[]) => {
      if (id === projectId) setEverybody(there)
    }
    // Nobody can be seen through a broken connection.
    const forget = () => setEverybody([])
    socket.on('presence', hear)
    socket.on('disconnect', forget)
    return () => {
      socket.off('presence', hear)
      socket.off('disconnect', forget)
    }
  }, [projectId])

  const value = useMemo<People>(
    () => ({
      people: peopleOf(everybody, clientName()),
      setName(next) {
        const trimmed = next.trim().slice(0, 40)
        setName(trimmed)
        try {
          localStorage.setItem(NAME_KEY, trimmed)
        } catch {
          // The name holds for as long as the page is open.
        }
      },
    }),
    [everybody],
  )
  return <PeopleContext value={value}>{children}</PeopleContext>
}

export const usePeople = (): People => useContext(PeopleContext)

/** The others who look at this scene. */
export function useOthersAt(sceneId: string): readonly Person[] {
  const { people } = usePeople()
  return people.filter((person) => !person.isMe && person.sceneIds.includes(sceneId))
}
