'use client'

import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { useShortcuts } from './use-shortcuts'

const KEYS = {
  desk: [
    ['find', ['/']],
    ['make', ['Ctrl', 'Enter']],
    ['palette', ['Ctrl', 'K']],
    ['help', ['?']],
    ['back', ['Esc']],
  ],
  queue: [
    ['pause', ['P']],
    ['rows', ['↑', '↓']],
    ['unfold', ['Enter']],
    ['front', ['F']],
    ['retry', ['R']],
    ['stop', ['X']],
    ['help', ['?']],
    ['back', ['Esc']],
  ],
  project: [
    ['play', ['Space']],
    ['seek', ['←', '→']],
    ['scenes', ['↑', '↓']],
    ['mute', ['M']],
    ['captions', ['C']],
    ['fullscreen', ['F']],
    ['loop', ['L']],
    ['undo', ['Ctrl', 'Z']],
    ['redo', ['Ctrl', 'Shift', 'Z']],
    ['reorder', ['Alt', '↑', '↓']],
    ['selectMore', ['Shift', 'Space']],
    ['split', ['S']],
    ['duplicate', ['Ctrl', 'D']],
    ['remove', ['Delete']],
    ['palette', ['Ctrl', 'K']],
    ['help', ['?']],
    ['back', ['Esc']],
  ],
} as const

export type KeyPage = keyof typeof KEYS

/** Opens with `?`: the keys that work on this page. */
export function KeysDialog({ page }: { page: KeyPage }) {
  const t = useTranslations('keys')
  const common = useTranslations('common')
  const [open, setOpen] = useState(false)
  useShortcuts([['?', () => setOpen(true)]])

  return (
    <>
      <IconButton words={t('title')} keys="?" onClick={() => setOpen(true)} className="max-md:hidden">
        <Keyboard aria-hidden="true" className="size-4" />
      </IconButton>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} closeWords={common('close')}>
        <dl className="flex flex-col">
          {KEYS[page].map(([name, keys]) => (
            <div
              key={name}
              className="flex items-center justify-between gap-4 border-line border-t py-2 first:border-t-0"
            >
              <dt>{t(name)}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-6 rounded-sm border border-line bg-paper px-1.5 text-center font-sans text-sm"
                  >
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
