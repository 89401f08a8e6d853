import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './class-names'

interface NoticeProps {
  /** Failed: something went wrong. Quiet: something to know. */
  tone?: 'quiet' | 'failed'
  title?: string
  /** What to do about it. */
  actions?: ReactNode
  className?: string
  children?: ReactNode
}

/** What happened, what was kept, what to do. */
export function Notice({ tone = 'quiet', title, actions, className, children }: NoticeProps) {
  const Icon = tone === 'failed' ? CircleAlert : Info
  return (
    <div
      role={tone === 'failed' ? 'alert' : 'note'}
      className={cx('flex gap-3 rounded border border-line bg-sheet p-4', className)}
    >
      <Icon
        aria-hidden="true"
        className={cx('mt-0.5 size-4 shrink-0', tone === 'failed' ? 'text-failed' : 'text-soft')}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title ? <p className="font-medium">{title}</p> : null}
        <div className="text-soft">{children}</div>
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
