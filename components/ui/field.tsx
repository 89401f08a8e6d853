import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './class-names'

/** What was wrong with a field, beside its icon so that colour is not the only sign. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-failed text-sm">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

interface FieldProps {
  /** Of the control inside; the error's id is `${id}-error`. */
  id: string
  label: string
  error?: string | undefined
  className?: string
  children: ReactNode
}

export function Field({ id, label, error, className, children }: FieldProps) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-soft text-xs">
        {label}
      </label>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

/** Gives a group of controls its name, as `Field` does for one. */
export function FieldGroup({ id, label, error, className, children }: FieldProps) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <span id={id} className="text-soft text-xs">
        {label}
      </span>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}
