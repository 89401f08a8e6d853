'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useCommands } from './use-commands'

/** Its list and its finding come with the first look at it. */
const PaletteDialog = dynamic(() => import('./palette-dialog').then((room) => room.PaletteDialog), {
  ssr: false,
})

const OpenContext = createContext<() => void>(() => undefined)
export const useOpenPalette = () => useContext(OpenContext)

/** Ctrl-K, or Cmd-K, on every page. */
export function PaletteRoom({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const show = () => {
    setOpened(true)
    setOpen(true)
  }
  useCommands([
    { id: 'go.desk', run: () => router.push('/') },
    { id: 'go.queue', run: () => router.push('/queue') },
    { id: 'go.status', run: () => router.push('/status') },
    { id: 'go.settings', run: () => router.push('/settings'), keys: ['mod+,'] },
    { id: 'go.palette', run: show, keys: ['mod+k'] },
  ])
  return (
    <OpenContext value={show}>
      {children}
      {wasOpened ? <PaletteDialog open={open} onOpenChange={setOpen} /> : null}
    </OpenContext>
  )
}
