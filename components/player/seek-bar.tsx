'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, type PointerEvent, useState } from 'react'
import { cx } from '@/components/ui/class-names'
import { timecode } from '@/lib/base/timecode'
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

/** More cuts than this leave gaps and no line. */
const MOST_PARTS = 80
const ONE_PART: FilmView['chapters'] = [{ title: '', startMs: 0, sceneId: '' }]

/** The film as a line cut at its scenes. The platform's own slider lies over it unseen and does the work. */
export function SeekBar({ timeMs, durationMs, chapters, onSeek, onSkip }: SeekBarProps) {
  const t = useTranslations('player')
  const [pointed, setPointed] = useState<number | null>(null)
  const parts = chapters.length > 0 && chapters.length <= MOST_PARTS ? chapters : ONE_PART
  const played = durationMs > 0 ? Math.min(100, (timeMs / durationMs) * 100) : 0
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
      <div aria-hidden="true" className="relative h-1 w-full transition-[height] group-hover:h-1.5">
        <Parts chapters={parts} durationMs={durationMs} className="bg-on-stage/25" />
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${100 - played}% 0 0)` }}>
          <Parts chapters={parts} durationMs={durationMs} className="bg-on-stage" />
        </div>
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

interface PartsProps {
  chapters: FilmView['chapters']
  durationMs: number
  className: string
}

/** They stay as they are while the film plays. */
const Parts = memo(function Parts({ chapters, durationMs, className }: PartsProps) {
  return (
    <div className="absolute inset-0 flex gap-0.5">
      {chapters.map((chapter, i) => (
        <span
          key={chapter.startMs}
          className={cx('block min-w-px rounded-full', className)}
          style={{
            flexGrow: Math.max(1, (chapters[i + 1]?.startMs ?? durationMs) - chapter.startMs),
            flexBasis: 0,
          }}
        />
      ))}
    </div>
  )
})
