import type { ReactNode } from 'react'
import { PaperHills } from './paper-hills'

interface EmptyProps {
  title: string
  /** The only thing on its page: its title is the page's. */
  wholePage?: boolean
  children: ReactNode
  actions?: ReactNode
}

/** A place with nothing in it says why, and what to do. */
export function Empty({ title, wholePage, children, actions }: EmptyProps) {
  const Heading = wholePage ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center">
      <div className="mb-2 h-24 w-40 overflow-hidden rounded border border-line">
        <PaperHills seed={title} />
      </div>
      <Heading className="font-serif text-lg">{title}</Heading>
      <div className="text-soft">{children}</div>
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
