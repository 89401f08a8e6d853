'use client'

import type { ComponentProps } from 'react'
import { Button } from './button'
import { Tooltip } from './tooltip'

interface IconButtonProps extends ComponentProps<typeof Button> {
  /** Read out, and shown on hover and focus. */
  words: string
  keys?: string
}

export function IconButton({ words, keys, look = 'bare', ...rest }: IconButtonProps) {
  return (
    <Tooltip words={words} {...(keys ? { keys } : {})}>
      <Button size="icon" look={look} aria-label={words} {...rest} />
    </Tooltip>
  )
}
