import type { ReactNode } from 'react'
import { cx } from './class-names'

const DOTS = { stale: 'bg-stale', done: 'bg-done', failed: 'bg-failed', soft: 'bg-edge' } as const

interface BadgeProps {
  /** A dot before the words; the words still say it all. */
  dot?: keyof typeof DOTS
  size?: 'xs' | 'sm'
  title?: string | undefined
  className?: string
  children: ReactNode
}

export function Badge({ dot, size = 'xs', title, className, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-soft',
        size === 'xs' ? 'text-xs' : 'text-sm',
        className,
      )}
    >
      {dot ? <span aria-hidden="true" className={cx('size-1.5 rounded-full', DOTS[dot])} /> : null}
      {children}
    </span>
  )
}
