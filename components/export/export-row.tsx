'use client'

import { Download, RotateCcw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useLengthWords, useSizeWords } from '@/components/i18n/use-words'
import { CancelButton } from '@/components/task/cancel-button'
import { useErrorWords } from '@/components/task/error-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { ExportView, Older } from '@/lib/project/export/schema'
import { isFinal } from '@/lib/task/schema'
import { EXPORT_ICONS } from './export-icons'
import { useExportWords } from './export-words'

interface ExportRowProps {
  view: ExportView
  isBusy: boolean
  onAgain: () => void
}

/** One file: how far it is and how to stop it, or where it is fetched. */
export function ExportRow({ view, isBusy, onAgain }: ExportRowProps) {
  const t = useTranslations('export')
  const name = useExportWords()(view)
  const Icon = EXPORT_ICONS[view.format]
  return (
    <li className="flex items-center gap-3 py-3" aria-label={name}>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        {view.file ? <Made file={view.file} older={view.older} /> : <Standing view={view} name={name} />}
      </div>
      {view.file ? (
        <Button asChild size="sm">
          <a href={view.file.url} download>
            <Download aria-hidden="true" className="size-4" />
            {t('download')}
          </a>
        </Button>
      ) : isFinal(view.task.status) ? (
        <Button size="sm" disabled={isBusy} onClick={onAgain}>
          <RotateCcw aria-hidden="true" className="size-3.5" />
          {t('again')}
        </Button>
      ) : (
        <CancelButton task={view.task} words={t('cancel')} />
      )}
    </li>
  )
}

function Made({ file, older }: { file: NonNullable<ExportView['file']>; older: Older | null }) {
  const t = useTranslations('export')
  const size = useSizeWords()
  const format = useFormatter()
  const when = format.dateTime(new Date(file.madeAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="numeric text-soft text-sm">{t('made', { size: size(file.bytes), when })}</span>
      {older ? <Badge dot="stale">{t(`older.${older}`)}</Badge> : null}
    </div>
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
