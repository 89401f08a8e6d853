'use client'

import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bodyStartMs } from '@/components/animatic/animatic'
import type { Playhead } from '@/components/animatic/playhead'
import { usePlayheadState } from '@/components/animatic/use-playhead'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import { PlayheadLine } from './playhead-line'
import { Ruler } from './ruler'
import { clampScale, fitScale, inSight, msOfPixels, pixelsOf } from './scale'
import { SceneBlock } from './scene-block'
import { useStrip } from './use-strip'

/** Blocks a little out of sight are drawn too, so that a quick scroll shows no gaps. */
const MARGIN = 300

/** The film as it lies in time. It follows the playhead and sends it wherever one points. */
export function Timeline({ playhead }: { playhead: Playhead }) {
  const t = useTranslations('timeline')
  const { scenes } = usePlanned()
  const { chosen } = useEditor()
  const current = useChosenScene()
  const animatic = usePlayheadState(playhead, (state) => state.animatic)
  const strip = useRef<HTMLDivElement>(null)
  const { left, width } = useStrip(strip)
  const [zoom, setZoom] = useState<number | null>(null)
  const { durationMs } = animatic
  const scale = zoom ?? fitScale(durationMs, width - 2)
  const total = pixelsOf(durationMs, scale)

  const from = msOfPixels(Math.max(0, left - MARGIN), scale)
  const to = msOfPixels(left + width + MARGIN, scale)
  const { start, end } = inSight(animatic.scenes, from, to)
  const shown = new Map(scenes.map((scene) => [scene.id, scene]))

  useFollow(strip, playhead, scale)
  useZoomByWheel(strip, scale, setZoom)

  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    playhead.seek(msOfPixels(event.clientX - box.left, scale))
  }

  return (
    <section aria-label={t('title')} className="flex shrink-0 flex-col border-line border-t bg-sheet">
      <div className="flex items-center gap-0.5 px-2 max-lg:hidden">
        <p className="flex-1 pl-2 text-soft text-xs">{t('title')}</p>
        <IconButton words={t('out')} onClick={() => setZoom(clampScale(scale / 1.5))} className="size-7">
          <ZoomOut aria-hidden="true" className="size-3.5" />
        </IconButton>
        <IconButton words={t('fit')} onClick={() => setZoom(null)} className="size-7">
          <Maximize2 aria-hidden="true" className="size-3.5" />
        </IconButton>
        <IconButton words={t('in')} onClick={() => setZoom(clampScale(scale * 1.5))} className="size-7">
          <ZoomIn aria-hidden="true" className="size-3.5" />
        </IconButton>
      </div>
      <div ref={strip} className="relative overflow-x-auto overflow-y-hidden pb-1.5">
        <div className="relative h-28" style={{ width: total }}>
          <div
            className="absolute inset-x-0 top-0 h-5 cursor-ew-resize touch-none"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              seekTo(event)
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event)
            }}
          >
            <Ruler fromMs={from} toMs={Math.min(to, durationMs)} scale={scale} />
          </div>
          <ol aria-label={t('scenes')} className="absolute inset-x-0 top-5 bottom-0">
            {animatic.scenes.slice(start, end).map((scene) => (
              <SceneBlock
                key={scene.id}
                scene={scene}
                board={shown.get(scene.id)}
                scale={scale}
                count={animatic.scenes.length}
                size={animatic.size}
                chosen={scene.id === current?.id}
                onChoose={(id) => {
                  chosen.choose(id)
                  playhead.seek(bodyStartMs(scene))
                }}
              />
            ))}
          </ol>
          <PlayheadLine playhead={playhead} scale={scale} />
        </div>
      </div>
    </section>
  )
}

/** While it plays the line stays in sight; what somebody scrolled to by hand stays where it is. */
function useFollow(strip: { current: HTMLDivElement | null }, playhead: Playhead, scale: number): void {
  useEffect(
    () =>
      playhead.subscribe(() => {
        const element = strip.current
        const { timeMs, playing } = playhead.getState()
        if (!element || !playing) return
        const at = pixelsOf(timeMs, scale)
        const { scrollLeft, clientWidth } = element
        if (at < scrollLeft || at > scrollLeft + clientWidth - 24) element.scrollLeft = Math.max(0, at - 48)
      }),
    [strip, playhead, scale],
  )
}

/** Ctrl and the wheel (or two fingers) zoom around the pointer. */
function useZoomByWheel(
  strip: { current: HTMLDivElement | null },
  scale: number,
  setZoom: (scale: number) => void,
): void {
  const anchor = useRef<{ ms: number; x: number } | null>(null)
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const x = event.clientX - element.getBoundingClientRect().left
      anchor.current = { ms: msOfPixels(element.scrollLeft + x, scale), x }
      setZoom(clampScale(scale * Math.exp(-event.deltaY / 300)))
    }
    // Not React's: a passive listener could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [strip, scale, setZoom])

  useLayoutEffect(() => {
    const element = strip.current
    if (!element || !anchor.current) return
    element.scrollLeft = pixelsOf(anchor.current.ms, scale) - anchor.current.x
    anchor.current = null
  }, [strip, scale])
}
