import type { ReactNode } from 'react'
import { cx } from './class-names'

/** Lies over a place while a file is held above it, and says what a drop would do. */
export function DropVeil({
  over,
  className,
  children,
}: {
  over: boolean
  className: string
  children: ReactNode
}) {
  return (
    <div
      aria-hidden="true"
      className={cx(
        'pointer-events-none absolute flex items-center justify-center rounded border-2 border-edge border-dashed bg-sheet/90 font-serif text-lg transition-opacity',
        className,
        over ? 'opacity-100' : 'opacity-0',
      )}
    >
      {children}
    </div>
  )
}
