'use client'

import { PaperHills } from '@/components/ui/paper-hills'
import { Picture } from '@/components/ui/picture'
import type { ShownTake } from './takes-of'

interface TakePictureProps {
  take: ShownTake
  /** A clip is shown from its first picture on. */
  slot: 'frame' | 'clip'
  /** Read out; empty where words stand beside it. */
  alt: string
  /** A clip that plays, silently and again and again. */
  playing?: boolean
  /** One of many, far from the eye: it loads when it comes near. */
  small?: boolean
}

/** Fills the box it lies in, as the film would: what does not fit is out of the picture. */
export function TakePicture({ take, slot, alt, playing = false, small = false }: TakePictureProps) {
  const fill = 'absolute inset-0 size-full object-cover'
  if (slot === 'clip') {
    return (
      <video
        key={take.url}
        src={take.url}
        aria-label={alt || undefined}
        aria-hidden={alt === '' ? true : undefined}
        muted
        loop
        playsInline
        autoPlay={playing}
        preload={small ? 'metadata' : 'auto'}
        className={fill}
      />
    )
  }
  return (
    <Picture
      key={take.url}
      src={take.url}
      alt={alt}
      loading={small ? 'lazy' : 'eager'}
      instead={<PaperHills seed={take.fingerprint} className="absolute inset-0" />}
      className={fill}
    />
  )
}
