'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useEffect, useId, useRef } from 'react'
import type { Size, Slot } from '@/lib/storyboard/schema'
import { TakeTile } from './take-tile'
import { useTakeWords } from './take-words'
import { flip, type ShownTake } from './takes-of'

interface TakeStripProps {
  ref: Ref<HTMLDivElement>
  slot: Slot
  size: Size
  takes: readonly ShownTake[]
  shown: string | undefined
  chosen: string | null
  pinned: string | null
  onShow: (fingerprint: string) => void
}

/** All takes in a row, oldest first. The row is one stop of the Tab key; arrows, Home and End flip through it. */
export function TakeStrip(props: TakeStripProps) {
  const { ref, slot, size, takes, shown, chosen, pinned, onShow } = props
  const t = useTranslations('take')
  const words = useTakeWords(takes)
  const list = useId()
  const tileId = (fingerprint: string) => `${list}-${fingerprint.slice(0, 16)}`

  const seen = useRef(shown)
  useEffect(() => {
    // Where the strip opens it shows its end; after that it goes where the writer goes.
    if (seen.current === shown || shown === undefined) return
    seen.current = shown
    document
      .getElementById(`${list}-${shown.slice(0, 16)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown, list])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = flip(takes, shown, event.key)
    if (!next) return
    event.preventDefault()
    onShow(next.fingerprint)
  }
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label={t('strip')}
      aria-orientation="horizontal"
      aria-activedescendant={shown && tileId(shown)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="flex scroll-px-1 gap-2 overflow-x-auto rounded p-1 pb-2"
    >
      {takes.map((take) => (
        <TakeTile
          key={take.fingerprint}
          id={tileId(take.fingerprint)}
          slot={slot}
          size={size}
          take={take}
          words={words(take)}
          shown={take.fingerprint === shown}
          chosen={take.fingerprint === chosen}
          pinned={take.fingerprint === pinned}
          onShow={() => onShow(take.fingerprint)}
        />
      ))}
    </div>
  )
}
