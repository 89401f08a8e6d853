'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

export const TooltipRoom = Primitive.Provider

/** Words for a control that shows only a picture, with its key if it has one. */
export function Tooltip({ words, keys, children }: { words: string; keys?: string; children: ReactNode }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded bg-ink px-2 py-1 text-paper text-xs shadow-float"
        >
          {words}
          {keys ? <kbd className="rounded-sm bg-paper/20 px-1 font-sans">{keys}</kbd> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
