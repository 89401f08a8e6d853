'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { Button } from './button'
import { useFocusBack } from './focus-back'

interface SheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  closeWords: string
  /** Has the focus afterwards, if nothing had it before. */
  opener?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A dialog as high as the page, at its right side: for what is read beside the page. */
export function Sheet({ open, onOpenChange, title, closeWords, opener, children }: SheetProps) {
  const focus = useFocusBack(opener)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Primitive.Content
          aria-describedby={undefined}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            focus.remember()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={focus.giveBack}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(58rem,100vw)] animate-appear flex-col border-line border-l bg-sheet shadow-float outline-none"
        >
          <div className="flex h-14 shrink-0 items-center justify-between border-line border-b px-5">
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
