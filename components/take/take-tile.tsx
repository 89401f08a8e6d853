'use client'

import { AudioLines, Check, Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/class-names'
import type { Size, Slot } from '@/lib/storyboard/schema'
import { TakePicture } from './take-picture'
import type { TakeWords } from './take-words'
import type { ShownTake } from './takes-of'

interface TakeTileProps {
  id: string
  slot: Slot
  size: Size
  take: ShownTake
  words: TakeWords
  shown: boolean
  /** The film uses it; by hand when it is pinned. */
  chosen: boolean
  pinned: boolean
  onShow: () => void
}

const PICTURE_REM = 5

/** One take in the strip: small, with who made it, when and from what. */
export function TakeTile(props: TakeTileProps) {
  const { id, slot, size, take, words, shown, chosen, pinned, onShow } = props
  const t = useTranslations('take')
  const marks = [chosen && t('chosen'), pinned && t('pinned')].filter((mark) => mark !== false)
  const said = [words.name, words.maker, words.source, words.measure, words.age, ...marks]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself is the tab stop and has the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={shown}
      aria-label={said.filter(Boolean).join(', ')}
      onClick={onShow}
      style={{ width: `max(9rem, ${(PICTURE_REM * size.width) / size.height}rem)` }}
      className={cx(
        'shrink-0 cursor-pointer select-none overflow-hidden rounded border bg-sheet transition-colors',
        shown ? 'border-ink ring-1 ring-ink' : 'border-line hover:border-edge',
      )}
    >
      <div className="relative overflow-hidden bg-mat" style={{ height: `${PICTURE_REM}rem` }}>
        {slot === 'narration' ? (
          <span className="absolute inset-0 flex items-center justify-center gap-2 text-soft">
            <AudioLines aria-hidden="true" className="size-5" />
            <span className="numeric text-sm">{words.measure}</span>
          </span>
        ) : (
          <TakePicture take={take} slot={slot} alt="" small />
        )}
        <span className="absolute inset-x-1 top-1 flex justify-between">
          {pinned ? (
            <span className="rounded-sm bg-scrim p-1 text-on-stage">
              <Pin aria-hidden="true" className="size-3" />
            </span>
          ) : (
            <span />
          )}
          {chosen ? (
            <span className="flex items-center gap-1 rounded-sm bg-scrim px-1.5 text-on-stage text-xs">
              <Check aria-hidden="true" className="size-3" />
              {t('chosen')}
            </span>
          ) : null}
        </span>
      </div>
      <div className="numeric px-2 py-1 text-xs">
        <p className="truncate">{words.maker}</p>
        <p className="truncate text-soft" title={words.source}>
          {words.source}
        </p>
        <p className="truncate text-soft" title={words.date}>
          {words.age}
        </p>
      </div>
    </div>
  )
}
