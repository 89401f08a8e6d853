'use client'

import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  /** What it is for, in a sentence or two. */
  lead: string
  children: ReactNode
}

/** A sheet of a page, named by its heading. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded border border-line bg-sheet p-4 md:p-5"
    >
      <div className="flex flex-col gap-1">
        <h2 id={id} className="font-serif text-lg">
          {title}
        </h2>
        <p className="max-w-[44rem] text-soft text-sm">{lead}</p>
      </div>
      {children}
    </section>
  )
}
