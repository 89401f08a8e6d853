'use client'

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import { cx } from '@/components/ui/class-names'
import type { Key } from './keys'
import { useKeyWords } from './use-key-words'

/** Few fonts have all four. */
const DRAWN: Partial<Record<string, typeof ArrowUp>> = {
  '↑': ArrowUp,
  '↓': ArrowDown,
  '←': ArrowLeft,
  '→': ArrowRight,
}

/** Keys as they look on a keyboard; several are several ways to the same. */
export function Keys({ of, className }: { of: readonly Key[]; className?: string }) {
  const words = useKeyWords()
  return (
    <span className={cx('flex shrink-0 gap-3', className)}>
      {of.map((key) => (
        <span key={key} className="flex gap-1">
          {words(key).map((part) => (
            <Cap key={part} part={part} />
          ))}
        </span>
      ))}
    </span>
  )
}

function Cap({ part }: { part: string }) {
  const Drawn = DRAWN[part]
  return (
    <kbd className="inline-flex h-6 min-w-6 items-center justify-center rounded-sm border border-line bg-paper px-1.5 font-sans text-sm">
      {Drawn ? <Drawn aria-hidden="true" className="size-3.5" /> : null}
      <span className={Drawn ? 'sr-only' : undefined}>{part}</span>
    </kbd>
  )
}
