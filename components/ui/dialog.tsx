'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { Button } from './button'
import { cx } from './class-names'
import { useFocusBack } from './focus-back'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  closeWords: string
  /** Has the focus afterwards, if nothing had it before. */
  opener?: RefObject<HTMLElement | null>
  /** For what has two columns. */
  wide?: boolean
  children: ReactNode
}

export function Dialog({ open, onOpenChange, title, closeWords, opener, wide, children }: DialogProps) {
  const focus = useFocusBack(opener)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Primitive.Content
          aria-describedby={undefined}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            // To be read first; the way out is Esc or one Tab away.
            event.preventDefault()
            focus.remember()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={focus.giveBack}
          className={cx(
            'fixed top-1/2 left-1/2 z-50 max-h-[85dvh] -translate-x-1/2 -translate-y-1/2 animate-appear overflow-auto rounded-lg border border-line bg-sheet p-6 shadow-float outline-none',
            wide ? 'w-[min(52rem,calc(100vw-2rem))]' : 'w-[min(30rem,calc(100vw-2rem))]',
          )}
        >
          <div className="mb-4 flex items-center justify-between">
            <Primitive.Title className="font-serif text-lg">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <Button look="bare" size="icon" aria-label={closeWords} className="-mr-2">
                <X aria-hidden="true" className="size-4" />
              </Button>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
