'use client'

import { useTranslations } from 'next-intl'
import { useErrorWords } from '@/components/task/error-words'
import { ReadFailed } from '@/components/task/read-failed'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { ProjectView } from '@/lib/project/schema'
import { ExportForm } from './export-form'
import { EXPORT_ICONS } from './export-icons'
import { ExportRow } from './export-row'
import { useExports, useFreshAges } from './queries'
import { requestOf } from './request-of'
import type { Exporting } from './use-exporting'

interface ExportRoomProps {
  view: ProjectView
  exporting: Exporting
}

/** Files that take a while: what can be made above, what is and was made below. */
export function ExportRoom({ view, exporting }: ExportRoomProps) {
  const { film, storyboard } = view
  const { start, isPending } = exporting
  const t = useTranslations('export')
  const words = useErrorWords()
  const { data: exports, error, refetch } = useExports(view.id)
  useFreshAges(view)
  const others = (['mp3', 'pdf', 'zip'] as const).filter((format) => format !== 'mp3' || film)
  return (
    <div className="flex flex-col gap-6">
      {film && storyboard ? (
        <ExportForm film={film} burnt={film.burnt} isBusy={isPending} onMake={start} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        {others.map((format) => {
          const Icon = EXPORT_ICONS[format]
          return (
            <Button key={format} size="sm" disabled={isPending} onClick={() => start({ format })}>
              <Icon aria-hidden="true" className="size-4" />
              {t(`format.${format}`)}
            </Button>
          )
        })}
      </div>
      {exporting.error ? <FieldError id="export-error">{words(exporting.error)}</FieldError> : null}
      {error ? <ReadFailed error={error} onAgain={refetch} /> : null}
      {exports?.length ? (
        <section aria-label={t('list')}>
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {exports.map((one) => (
              <ExportRow
                key={one.id}
                view={one}
                isBusy={isPending}
                onAgain={() => start(requestOf(one, film))}
              />
            ))}
          </ul>
          <p className="mt-2 text-soft text-sm">{t('kept')}</p>
        </section>
      ) : null}
    </div>
  )
}
