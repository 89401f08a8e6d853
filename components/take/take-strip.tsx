'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react'
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

/** Of the neighbour, so that one sees there is more. */
const EDGE_PX = 28

/** All takes in a row, oldest first. The row is one stop of the Tab key; arrows, Home and End flip through it. */
export function TakeStrip(props: TakeStripProps) {
  const { ref, slot, size, takes, shown, chosen, pinned, onShow } = props
  const t = useTranslations('take')
  const words = useTakeWords(takes)
  const list = useId()
  const tileId = (fingerprint: string) => `${list}-${fingerprint.slice(0, 16)}`

  const row = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => row.current as HTMLDivElement)
  useLayoutEffect(() => {
    const tile = shown && document.getElementById(`${list}-${shown.slice(0, 16)}`)
    const { current } = row
    if (!tile || !current) return
    // Along the row alone: `scrollIntoView` would move the page as well.
    const before = tile.offsetLeft - EDGE_PX
    const behind = tile.offsetLeft + tile.offsetWidth + EDGE_PX - current.clientWidth
    if (current.scrollLeft > before) current.scrollLeft = before
    else if (current.scrollLeft < behind) current.scrollLeft = behind
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
      ref={row}
      role="listbox"
      aria-label={t('strip')}
      aria-orientation="horizontal"
      aria-activedescendant={shown && tileId(shown)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="relative flex gap-2 overflow-x-auto rounded p-1 pb-2"
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
