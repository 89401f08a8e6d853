'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { sendBody } from '@/components/http/send-file'
import { useToast } from '@/components/ui/toast'
import type { Arrival } from '@/lib/project/arrive/schema'
import { useImportWords } from './import-words'
import { deskKeys } from './queries'

export type ImportState = { kind: 'idle' } | { kind: 'sending'; name: string; ratio: number }

/** Brings a file in and opens the project that it became. */
export function useImport() {
  const t = useTranslations('desk.import')
  const router = useRouter()
  const client = useQueryClient()
  const toast = useToast()
  const words = useImportWords()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })
  const running = useRef<AbortController>(null)

  const send = async (file: File): Promise<void> => {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setState({ kind: 'sending', name: file.name, ratio: 0 })
    try {
      const { project_id, missing } = await sendBody<Arrival>({
        method: 'POST',
        path: '/api/projects/import',
        file,
        signal: controller.signal,
        onProgress: (ratio) => setState({ kind: 'sending', name: file.name, ratio }),
      })
      void client.invalidateQueries({ queryKey: deskKeys.all })
      if (missing > 0) toast({ words: t('missing', { name: file.name, count: missing }), grave: true })
      router.push(`/projects/${project_id}`)
    } catch (error) {
      if (!controller.signal.aborted) {
        toast({ words: t('failed', { name: file.name, why: words(error) }), grave: true })
      }
    } finally {
      running.current = null
      setState({ kind: 'idle' })
    }
  }
  return { state, send: (file: File) => void send(file), cancel: () => running.current?.abort() }
}
