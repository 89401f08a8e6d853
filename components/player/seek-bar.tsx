'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { timecode } from '@/components/i18n/duration'
import type { FilmView } from '@/lib/project/schema'
import { chapterAt } from './chapters'

interface SeekBarProps {
  timeMs: number
  durationMs: number
  chapters: FilmView['chapters']
  onSeek: (ms: number) => void
  onSkip: (byMs: number) => void
}

const SKIPS: Record<string, number> = {
  ArrowLeft: -5_000,
  ArrowDown: -5_000,
  ArrowRight: 5_000,
  ArrowUp: 5_000,
}

/** The film as a line cut at its scenes. The platform's own slider lies over it unseen and does the work. */
export function SeekBar({ timeMs, durationMs, chapters, onSeek, onSkip }: SeekBarProps) {
  const t = useTranslations('player')
  const [pointed, setPointed] = useState<number | null>(null)
  const parts = chapters.length > 0 ? chapters : [{ title: '', startMs: 0, sceneId: '' }]
  const chapter = chapterAt(chapters, timeMs)
  const at =
    pointed === null ? null : { ms: pointed * durationMs, chapter: chapterAt(chapters, pointed * durationMs) }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setPointed(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = SKIPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    onSkip(by)
  }

  return (
    <div
      className="group relative flex h-5 items-center"
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
    >
      <div aria-hidden="true" className="flex h-1 w-full gap-0.5 transition-[height] group-hover:h-1.5">
        {parts.map((part, i) => {
          const end = parts[i + 1]?.startMs ?? durationMs
          const length = Math.max(1, end - part.startMs)
          const played = Math.min(1, Math.max(0, (timeMs - part.startMs) / length))
          return (
            <span
              key={part.startMs}
              className="relative block min-w-px overflow-hidden rounded-full bg-on-stage/25"
              style={{ flexGrow: length, flexBasis: 0 }}
            >
              <span
                className="absolute inset-0 origin-left bg-on-stage"
                style={{ transform: `scaleX(${played})` }}
              />
            </span>
          )
        })}
      </div>
      {at && pointed !== null ? (
        <span
          aria-hidden="true"
          className="numeric pointer-events-none absolute bottom-5 max-w-64 animate-appear truncate rounded bg-stage px-2 py-0.5 text-on-stage text-xs"
          style={{ left: `${pointed * 100}%`, transform: `translateX(-${pointed * 100}%)` }}
        >
          {[timecode(at.ms), at.chapter?.title].filter(Boolean).join(' · ')}
        </span>
      ) : null}
      <input
        type="range"
        aria-label={t('seek')}
        aria-valuetext={t('at', {
          time: timecode(timeMs),
          total: timecode(durationMs),
          title: chapter?.title ?? '',
        })}
        min={0}
        max={Math.max(1, Math.round(durationMs))}
        step={10}
        value={Math.min(durationMs, Math.round(timeMs))}
        onChange={(event) => onSeek(Number(event.target.value))}
        onKeyDown={onKeyDown}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className="-inset-x-1 pointer-events-none absolute inset-y-0 rounded-sm opacity-0 outline-2 outline-on-stage peer-focus-visible:opacity-100"
      />
    </div>
  )
}
