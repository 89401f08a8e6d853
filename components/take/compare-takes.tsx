'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { TakePicture } from './take-picture'
import type { ShownTake } from './takes-of'

interface ComparedTake {
  take: ShownTake
  name: string
}

interface CompareTakesProps {
  slot: 'frame' | 'clip'
  /** The one that is in the film, or the older one. */
  left: ComparedTake
  right: ComparedTake
  playing: boolean
}

/** Two takes next to each other, each whole. */
export function TakesSideBySide({ slot, left, right, playing }: CompareTakesProps) {
  return (
    <div className="absolute inset-0 grid grid-cols-2 gap-px">
      {[left, right].map(({ take, name }) => (
        <figure key={take.fingerprint} className="relative flex items-center justify-center">
          <div className="relative max-h-full w-full overflow-hidden" style={{ aspectRatio: 'var(--film)' }}>
            <TakePicture take={take} slot={slot} alt={name} playing={playing} />
          </div>
          <figcaption className="absolute top-2 left-2">
            <TakeName>{name}</TakeName>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

const STEPS: Record<string, number> = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5 }

/** One over the other, with a line between them to draw across. The platform's own slider lies over it unseen. */
export function TakesUnderSlider({ slot, left, right, playing }: CompareTakesProps) {
  const t = useTranslations('take')
  const [percent, setPercent] = useState(50)
  const move = (to: number) => setPercent(Math.min(100, Math.max(0, to)))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(percent + by)
  }
  return (
    <div className="absolute inset-0">
      <TakePicture take={left.take} slot={slot} alt={left.name} playing={playing} />
      <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${percent}%)` }}>
        <TakePicture take={right.take} slot={slot} alt={right.name} playing={playing} />
      </div>
      <span className="absolute top-2 left-2">
        <TakeName>{left.name}</TakeName>
      </span>
      <span className="absolute top-2 right-2">
        <TakeName>{right.name}</TakeName>
      </span>
      <input
        type="range"
        aria-label={t('share')}
        aria-valuetext={t('shareAt', { left: left.name, percent: `${percent} %` })}
        min={0}
        max={100}
        value={percent}
        onChange={(event) => move(Number(event.target.value))}
        onKeyDown={onKeyDown}
        className="peer absolute inset-0 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-on-stage outline-on-stage peer-focus-visible:outline-2"
        style={{ left: `${percent}%` }}
      >
        <span className="absolute top-1/2 left-1/2 size-8 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-on-stage bg-scrim" />
      </span>
    </div>
  )
}

/** Words on a picture. */
export function TakeName({ children }: { children: ReactNode }) {
  return <span className="rounded-sm bg-scrim px-1.5 py-0.5 text-on-stage text-xs">{children}</span>
}
