'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { Size, Slot } from '@/lib/storyboard/schema'
import { TakeName, TakesSideBySide, TakesUnderSlider } from './compare-takes'
import { TakePicture } from './take-picture'
import { TakeSounds } from './take-sounds'
import { useTakeWords } from './take-words'
import type { ShownTake } from './takes-of'

export type CompareMode = 'one' | 'side' | 'slider'

interface TakeStageProps {
  slot: Slot
  size: Size
  takes: readonly ShownTake[]
  shown: ShownTake
  /** What it is held against; undefined when it is the only one. */
  rival: ShownTake | undefined
  chosen: string | null
  mode: CompareMode
  /** The rival for as long as a key or finger is held. */
  peeking: boolean
  onPeek: (peeking: boolean) => void
}

/** The take that is looked at, alone or beside another, in the shape of the film whatever it shows. */
export function TakeStage(props: TakeStageProps) {
  const { slot, size, takes, shown, rival, chosen, mode, peeking, onPeek } = props
  const t = useTranslations('take')
  const words = useTakeWords(takes)
  const room = useRef<HTMLDivElement>(null)
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches)
  const named = (take: ShownTake) => {
    const { name, measure } = words(take)
    const isChosen = take.fingerprint === chosen
    return { take, name: isChosen ? t('nameChosen', { name }) : name, measure }
  }

  if (slot === 'narration') {
    const heard = mode === 'one' || !rival ? [peeking && rival ? rival : shown] : [rival, shown]
    return (
      <div className="flex h-32 items-center rounded border border-line bg-sheet px-4">
        <TakeSounds key={heard.map((take) => take.fingerprint).join()} takes={heard.map(named)} />
      </div>
    )
  }
  const toggle = () => {
    for (const video of room.current?.querySelectorAll('video') ?? []) {
      if (playing) video.pause()
      else {
        // Two that are compared begin together.
        video.currentTime = 0
        void video.play().catch(() => {})
      }
    }
    setPlaying(!playing)
  }
  const hold = mode === 'one' && rival ? holdHandlers(onPeek) : {}
  const alone = named(peeking && rival ? rival : shown)
  const both = rival ? { slot, left: named(rival), right: named(shown), playing } : null
  return (
    <div
      ref={room}
      {...hold}
      className="relative mx-auto w-full select-none overflow-hidden rounded border border-line bg-mat [-webkit-touch-callout:none]"
      style={
        {
          '--film': `${size.width} / ${size.height}`,
          aspectRatio: 'var(--film)',
          // Tall films leave room for the strip below.
          maxWidth: `calc((100dvh - 22rem) * ${size.width / size.height})`,
        } as CSSProperties
      }
    >
      {both && mode === 'side' ? <TakesSideBySide {...both} /> : null}
      {both && mode === 'slider' ? <TakesUnderSlider {...both} /> : null}
      {!both || mode === 'one' ? (
        <>
          <TakePicture take={alone.take} slot={slot} alt={alone.name} playing={playing} />
          <span className="pointer-events-none absolute top-2 left-2">
            <TakeName>{alone.name}</TakeName>
          </span>
        </>
      ) : null}
      {slot === 'clip' ? (
        <span className="absolute right-2 bottom-2 rounded bg-scrim">
          <IconButton
            look="stage"
            words={playing ? t('pause') : t('play')}
            onClick={toggle}
            className="pointer-coarse:size-11"
          >
            {playing ? (
              <Pause aria-hidden="true" className="size-4" />
            ) : (
              <Play aria-hidden="true" className="size-4" />
            )}
          </IconButton>
        </span>
      ) : null}
    </div>
  )
}

/** A finger that rests on the picture; one that moves on scrolls the page. */
function holdHandlers(onPeek: (peeking: boolean) => void) {
  const end = () => onPeek(false)
  return {
    onPointerDown: (event: PointerEvent) => {
      const isControl = event.target instanceof Element && event.target.closest('button')
      if (event.isPrimary && event.button === 0 && !isControl) onPeek(true)
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
    // A long press would otherwise open the browser's menu over the picture.
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
  }
}
