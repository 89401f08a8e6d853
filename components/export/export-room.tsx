'use client'

import { Archive, AudioLines, FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useErrorWords } from '@/components/task/error-words'
import { ReadFailed } from '@/components/task/read-failed'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { ExportFormat, ExportRequest } from '@/lib/project/export/schema'
import type { ProjectView } from '@/lib/project/schema'
import { ExportForm } from './export-form'
import { ExportRow } from './export-row'
import { fetchFile } from './fetch-file'
import { useExports, useMakeExport } from './queries'

const ICONS = { mp3: AudioLines, pdf: FileText, zip: Archive } as const

interface ExportRoomProps {
  view: ProjectView
  /** Asked for as the room was opened. */
  first: ExportFormat | null
}

/** Files that take a while: what can be made above, what is and was made below. */
export function ExportRoom({ view, first }: ExportRoomProps) {
  const { film, storyboard } = view
  const t = useTranslations('export')
  const words = useErrorWords()
  const { data: exports, error, refetch } = useExports(view.id)
  const make = useMakeExport(view.id)
  const awaited = useRef(new Set<string>())
  const start = (wanted: ExportRequest) =>
    make.mutate(wanted, { onSuccess: ({ id }) => void awaited.current.add(id) })

  const isOpened = useRef(false)
  useEffect(() => {
    if (isOpened.current || !first) return
    isOpened.current = true
    start({ format: first })
  })
  // Whoever waits for a file here gets it as soon as it is there.
  useEffect(() => {
    for (const one of exports ?? []) {
      if (one.file && awaited.current.delete(one.id)) fetchFile(one.file.url)
    }
  }, [exports])

  const others = (['mp3', 'pdf', 'zip'] as const).filter((format) => format !== 'mp3' || film)
  return (
    <div className="flex flex-col gap-6">
      {film && storyboard ? (
        <ExportForm film={film} burnt={film.burnt} isBusy={make.isPending} onMake={start} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {others.map((format) => {
          const Icon = ICONS[format]
          return (
            <Button key={format} size="sm" disabled={make.isPending} onClick={() => start({ format })}>
              <Icon aria-hidden="true" className="size-4" />
              {t(`format.${format}`)}
            </Button>
          )
        })}
      </div>
      {make.error ? <FieldError id="export-error">{words(make.error)}</FieldError> : null}
      {error ? <ReadFailed error={error} onAgain={refetch} /> : null}
      {exports?.length ? (
        <section aria-label={t('list')}>
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {exports.map((one) => (
              <ExportRow key={one.id} view={one} />
            ))}
          </ul>
          <p className="mt-2 text-soft text-sm">{t('kept')}</p>
        </section>
      ) : null}
    </div>
  )
}
