'use client'

import { useEffect, useRef, useState } from 'react'
import type { Slot } from '@/lib/storyboard/schema'
import type { OnProgress } from './send-file'
import { problemOf, useUploadWords } from './upload-words'

export type UploadTo = (file: File, signal: AbortSignal, onProgress: OnProgress) => Promise<void>

export type UploadState =
  | { kind: 'idle' }
  /** A ratio of 1: all of it is there, and a take is made of it. */
  | { kind: 'sending'; name: string; ratio: number }
  | { kind: 'failed'; name: string; words: string }

/** One file at a time on its way to the studio. Leaving the place breaks it off. */
export function useUpload(slot: Slot, uploadTo: UploadTo) {
  const words = useUploadWords()
  const [state, setState] = useState<UploadState>({ kind: 'idle' })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const send = async (file: File) => {
    const fail = (error: unknown) => setState({ kind: 'failed', name: file.name, words: words(error, slot) })
    const problem = problemOf(file, slot)
    if (problem) return fail(problem)
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    const show = (ratio: number) =>
      own.signal.aborted || setState({ kind: 'sending', name: file.name, ratio })
    show(0)
    try {
      await uploadTo(file, own.signal, show)
      if (!own.signal.aborted) setState({ kind: 'idle' })
    } catch (error) {
      if (!own.signal.aborted) fail(error)
    }
  }
  return {
    state,
    send,
    cancel() {
      stop.current?.abort()
      setState({ kind: 'idle' })
    },
    dismiss: () => setState({ kind: 'idle' }),
  }
}
