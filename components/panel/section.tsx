'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'

const keyOf = (name: string) => `studio.fold.${name}`

/** A part of the panel that folds away and stays folded. */
export function Section({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const [open, setOpen] = useState(() => {
    try {
      return localStorage.getItem(keyOf(name)) !== 'shut'
    } catch {
      return true
    }
  })
  return (
    <details
      open={open}
      onToggle={(event) => {
        const isOpen = event.currentTarget.open
        setOpen(isOpen)
        try {
          localStorage.setItem(keyOf(name), isOpen ? 'open' : 'shut')
        } catch {
          // It holds for as long as the page is open.
        }
      }}
      className="group border-line border-t pt-3"
    >
      <summary className="flex list-none items-center gap-1.5 rounded-sm font-medium text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-soft transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="flex flex-col gap-4 pt-3 pb-1">{children}</div>
    </details>
  )
}
