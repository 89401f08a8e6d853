'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useErrorWords } from '@/components/task/error-words'
import { useTellError } from '@/components/task/tell-error'
import { useToast } from '@/components/ui/toast'
import type { ExportRequest, ExportView } from '@/lib/project/export/schema'
import { type Ending, endingOf } from './ending'
import { useExportWords } from './export-words'
import { fetchFile } from './fetch-file'
import { useExports, useMakeExport } from './queries'

export interface Exporting {
  start(wanted: ExportRequest): void
  /** Until the studio has heard of it. */
  isPending: boolean
  /** Why the studio refused it. */
  error: Error | null
  /** Forgets the refusal. */
  reset(): void
}

/**
 * Asks for files and hands over those that were asked for here: while the room is open a file comes by itself and a
 * failure stands in its row; of what ends later a message tells.
 */
export function useExporting(projectId: string, isOpen: boolean, onShow: () => void): Exporting {
  const t = useTranslations('export')
  const toast = useToast()
  const errorWords = useErrorWords()
  const tellError = useTellError()
  const nameOf = useExportWords()
  const [awaited, setAwaited] = useState<readonly string[]>([])
  const { data: exports } = useExports(projectId, awaited.length > 0)
  const isOpenNow = useRef(isOpen)
  isOpenNow.current = isOpen
  const make = useMakeExport(projectId, {
    onSuccess: ({ id }) => setAwaited((ids) => [...ids, id]),
    onError: (error) => isOpenNow.current || tellError(error),
  })

  const tell = (one: ExportView, ending: Ending) => {
    const [name, topic] = [nameOf(one), `export ${one.id}`]
    const fetch = () => one.file && fetchFile(one.file.url)
    if (ending === 'fetch') fetch()
    if (ending === 'ready') {
      toast({ words: t('ready', { name }), topic, action: { label: t('download'), run: fetch } })
    }
    if (ending === 'failed') {
      const words = t('failed', { name, why: errorWords(one.task.error) })
      toast({ words, topic, action: { label: t('show'), run: onShow }, grave: true })
    }
  }
  useEffect(() => {
    for (const one of exports ?? []) {
      const ending = awaited.includes(one.id) ? endingOf(one, isOpen) : null
      if (!ending) continue
      setAwaited((ids) => ids.filter((id) => id !== one.id))
      tell(one, ending)
    }
  })

  const { mutate, isPending, error, reset } = make
  return { start: mutate, isPending, error, reset }
}
