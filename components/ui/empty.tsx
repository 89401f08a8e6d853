import type { ReactNode } from 'react'
import { PaperHills } from './paper-hills'

interface EmptyProps {
  title: string
  children: ReactNode
  actions?: ReactNode
}

/** A place with nothing in it says why, and what to do. */
export function Empty({ title, children, actions }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center">
      <div className="mb-2 h-24 w-40 overflow-hidden rounded border border-line">
        <PaperHills seed={title} />
      </div>
      <h2 className="font-serif text-lg">{title}</h2>
      <div className="text-soft">{children}</div>
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
