/**
 * UI: the parts every page is built from. This room knows no word of films: it takes words as props and colours from
 * `tokens.css`.
 */
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cx } from './class-names'

const LOOKS = {
  /** The one action of a page. */
  primary: 'bg-accent text-on-accent font-medium hover:bg-accent-strong disabled:opacity-60',
  quiet: 'border border-line bg-sheet text-ink hover:bg-hover hover:border-edge disabled:text-soft',
  bare: 'text-soft hover:bg-hover hover:text-ink disabled:hover:bg-transparent',
  /** On ink, as in a toast. */
  inverse: 'text-paper hover:bg-paper/15',
  stage: 'text-on-stage-soft hover:text-on-stage hover:bg-on-stage/10',
} as const

const SIZES = {
  sm: 'h-8 px-2.5 text-sm gap-1.5',
  md: 'h-9 px-3 text-base gap-2',
  lg: 'h-11 px-5 text-base gap-2',
  icon: 'size-8 justify-center pointer-coarse:size-10',
} as const

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  size?: keyof typeof SIZES
  /** Gives the look to the child (a link) instead of a button. */
  asChild?: boolean
}

export function Button({ look = 'quiet', size = 'md', asChild, className, ...rest }: ButtonProps) {
  const Tag = asChild ? Slot.Root : 'button'
  return (
    <Tag
      {...(asChild ? {} : { type: 'button' as const })}
      {...rest}
      className={cx(
        'inline-flex shrink-0 select-none items-center whitespace-nowrap rounded transition-colors',
        size !== 'icon' && 'justify-center',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    />
  )
}
