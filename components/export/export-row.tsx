'use client'

import { Archive, AudioLines, Download, FileText, Film, RotateCcw, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useLengthWords, useSizeWords } from '@/components/i18n/use-words'
import { useCancelTask } from '@/components/task/cancel-task'
import { useErrorWords } from '@/components/task/error-words'
import { useRetryTask } from '@/components/task/retry-task'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { useToast } from '@/components/ui/toast'
import type { ExportView } from '@/lib/project/export/schema'
import { isFinal } from '@/lib/task/schema'
import { useExportWords } from './export-words'

const ICONS = { mp4: Film, mp3: AudioLines, pdf: FileText, zip: Archive } as const

/** One file: how far it is and how to stop it, or where it is fetched. */
export function ExportRow({ view }: { view: ExportView }) {
  const t = useTranslations('export')
  const size = useSizeWords()
  const name = useExportWords()(view)
  const Icon = ICONS[view.format]
  return (
    <li className="flex items-center gap-3 py-3" aria-label={name}>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        {view.file ? (
          <p className="numeric text-soft text-sm">{size(view.file.bytes)}</p>
        ) : (
          <Standing view={view} name={name} />
        )}
      </div>
      {view.file ? (
        <Button asChild size="sm">
          <a href={view.file.url} download>
            <Download aria-hidden="true" className="size-4" />
            {t('download')}
          </a>
        </Button>
      ) : (
        <Actions view={view} />
      )}
    </li>
  )
}

function Standing({ view: { task }, name }: { view: ExportView; name: string }) {
  const t = useTranslations('export')
  const words = useErrorWords()
  const length = useLengthWords()
  const format = useFormatter()
  if (task.status === 'error') return <p className="text-failed text-sm">{words(task.error)}</p>
  if (task.status === 'cancelled') return <Badge>{t('cancelled')}</Badge>
  if (task.status === 'done') return <Badge dot="stale">{t('swept')}</Badge>
  const isBegun = (task.work?.running ?? 0) > 0
  const percent = format.number(task.progress, { style: 'percent', maximumFractionDigits: 0 })
  const how = isBegun
    ? task.leftMs === null
      ? t('making', { percent })
      : t('makingLeft', { percent, left: length(task.leftMs) })
    : t('waiting')
  return (
    <>
      <p className="numeric text-soft text-sm" aria-live="polite">
        {how}
      </p>
      <Progress value={isBegun ? task.progress : null} words={name} className="mt-1.5" />
    </>
  )
}

function Actions({ view: { task } }: { view: ExportView }) {
  const t = useTranslations('export')
  const toast = useToast()
  const words = useErrorWords()
  const cancel = useCancelTask()
  const retry = useRetryTask()
  const onError = (error: unknown) => toast({ words: words(error), grave: true })
  if (isFinal(task.status)) {
    return (
      <Button
        size="sm"
        disabled={retry.isPending || retry.isSuccess}
        onClick={() => retry.mutate(task.id, { onError })}
      >
        <RotateCcw aria-hidden="true" className="size-3.5" />
        {t('again')}
      </Button>
    )
  }
  return (
    <IconButton
      words={t('cancel')}
      disabled={cancel.isPending || cancel.isSuccess}
      onClick={() => cancel.mutate(task.id, { onError })}
    >
      <X aria-hidden="true" className="size-4" />
    </IconButton>
  )
}
