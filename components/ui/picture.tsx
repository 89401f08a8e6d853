'use client'

import { type ComponentProps, type ReactNode, useEffect, useState } from 'react'

const RETRY_AFTER_MS = [400, 1_200, 4_000]

interface PictureProps extends ComponentProps<'img'> {
  src: string
  alt: string
  /** Stands in while the file cannot be had; a broken picture is never shown. */
  instead: ReactNode
}

/** A picture that is asked for again when its file was not there yet. Give it a `key` by its address. */
export function Picture({ instead, ...rest }: PictureProps) {
  const [failures, setFailures] = useState(0)
  const [away, setAway] = useState(false)
  useEffect(() => {
    const wait = RETRY_AFTER_MS[failures - 1]
    if (!away || wait === undefined) return
    const timer = setTimeout(() => setAway(false), wait)
    return () => clearTimeout(timer)
  }, [away, failures])

  const onError = () => {
    setAway(true)
    setFailures((count) => count + 1)
  }
  if (away) return instead
  // biome-ignore lint/performance/noImgElement: files are made to size and served by the studio itself.
  return <img {...rest} alt={rest.alt} decoding="async" onError={onError} />
}
