'use client'

import { X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { Button } from './button'

export interface ToastText {
  words: string
  /** Such as undo; the toast goes away when it is pressed. */
  action?: { label: string; run: () => void }
  /** Takes the place of the last one about the same. */
  topic?: string
  /** Stays until it is closed, for what must not be missed. */
  grave?: boolean
}

const ToastContext = createContext<(toast: ToastText) => void>(() => {})

export const useToast = () => useContext(ToastContext)

interface ToastRoomProps {
  closeWords: string
  /** Names the region for screen readers; `{hotkey}` is filled in. */
  regionLabel: string
  children: ReactNode
}

export function ToastRoom({ closeWords, regionLabel, children }: ToastRoomProps) {
  const [toasts, setToasts] = useState<(ToastText & { id: number })[]>([])
  const show = useCallback((toast: ToastText) => {
    setToasts((shown) => {
      const others = shown.filter(({ topic }) => topic === undefined || topic !== toast.topic)
      return [...others.slice(-2), { ...toast, id: (shown.at(-1)?.id ?? 0) + 1 }]
    })
  }, [])
  const remove = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id))

  return (
    <ToastContext.Provider value={show}>
      <Primitive.Provider label={regionLabel} duration={8_000} swipeDirection="down">
        {children}
        {toasts.map((toast) => (
          <Primitive.Root
            key={toast.id}
            type={toast.grave ? 'foreground' : 'background'}
            duration={toast.grave ? 60_000 : 8_000}
            onOpenChange={(open) => !open && remove(toast.id)}
            className="flex animate-rise items-center gap-3 rounded bg-ink py-2 pr-2 pl-4 text-paper shadow-float [--focus:var(--paper)]"
          >
            <Primitive.Description className="min-w-0 flex-1">{toast.words}</Primitive.Description>
            {toast.action ? (
              <Primitive.Action asChild altText={toast.action.label} onClick={toast.action.run}>
                <Button size="sm" look="inverse" className="font-medium underline underline-offset-4">
                  {toast.action.label}
                </Button>
              </Primitive.Action>
            ) : null}
            <Primitive.Close asChild>
              <Button size="icon" look="inverse" aria-label={closeWords}>
                <X aria-hidden="true" className="size-4" />
              </Button>
            </Primitive.Close>
          </Primitive.Root>
        ))}
        <Primitive.Viewport
          label={regionLabel}
          className="-translate-x-1/2 fixed bottom-4 left-1/2 z-50 flex w-[min(28rem,calc(100vw-2rem))] flex-col gap-2 focus-visible:outline-offset-4"
        />
      </Primitive.Provider>
    </ToastContext.Provider>
  )
}
