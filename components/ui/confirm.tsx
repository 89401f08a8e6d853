'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

interface ConfirmProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  closeWords: string
  /** Of the button that leaves all as it is. */
  keepWords: string
  doWords: string
  onConfirm: () => void
  children: ReactNode
}

/** Asks before what cannot be undone. */
export function Confirm({ keepWords, doWords, onConfirm, children, ...dialog }: ConfirmProps) {
  const close = () => dialog.onOpenChange(false)
  return (
    <Dialog {...dialog}>
      <p className="mb-5 text-soft">{children}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{keepWords}</Button>
        <Button
          look="primary"
          onClick={() => {
            close()
            onConfirm()
          }}
        >
          {doWords}
        </Button>
      </div>
    </Dialog>
  )
}
