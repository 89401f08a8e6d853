import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './class-names'

/** The platform's own select: right on every phone and screen reader, in our clothes. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative inline-flex', className)}>
      <select
        {...rest}
        className="h-9 w-full appearance-none truncate rounded border border-line bg-sheet pr-8 pl-3 text-base text-ink transition-colors hover:border-edge pointer-coarse:h-11 aria-invalid:border-failed"
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-soft"
      />
    </span>
  )
}
