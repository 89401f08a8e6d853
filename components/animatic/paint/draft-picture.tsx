'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cx } from '@/components/ui/class-names'
import type { FrameRequest } from '@/lib/engine/contract'
import type { Size } from '@/lib/storyboard/schema'
import { CARD_SIDE, fitWithin } from './paint-key'
import { usePaintedFrame } from './use-painted-frame'

interface DraftPictureProps {
  /** What is to be painted; see `draftRequestOf`. */
  request: FrameRequest
  /** Of the film: the picture is laid for this shape. */
  size: Size
  /** Empty where a text beside it says the same. */
  alt: string
  /** Somebody is typing it: it goes before pictures that nobody waits for. */
  urgent?: boolean
  /** Longer side in pixels; the picture fills its place at any. */
  side?: number
  /** Stands in until the first picture is there. */
  instead?: ReactNode
  className?: string
}

/** A scene as the draft painter sees it, redrawn as its words change. */
export function DraftPicture({
  request,
  size,
  alt,
  urgent = false,
  side = CARD_SIDE,
  instead,
  className,
}: DraftPictureProps) {
  const painted = fitWithin(size, side)
  const picture = usePaintedFrame(request, painted, { urgent })
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const sheet = canvas.current
    if (picture && sheet) sheet.getContext('2d')?.drawImage(picture, 0, 0, sheet.width, sheet.height)
  }, [picture])

  return (
    <>
      {picture ? null : instead}
      <canvas
        ref={canvas}
        width={painted.width}
        height={painted.height}
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
        className={cx('object-cover', picture ? '' : 'invisible', className)}
      />
    </>
  )
}
