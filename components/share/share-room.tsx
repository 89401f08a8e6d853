'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReadFailed } from '@/components/task/read-failed'
import { NewShareForm } from './new-share-form'
import { useShares } from './queries'
import { ShareRow } from './share-row'

/** A new link above, those there are below. */
export function ShareRoom({ projectId, newestFilm }: { projectId: string; newestFilm: string }) {
  const t = useTranslations('links')
  const [made, setMade] = useState<string | null>(null)
  const { data: shares, error, refetch } = useShares(projectId)
  return (
    <div className="flex flex-col gap-6">
      <p className="text-soft">{t('what')}</p>
      <NewShareForm projectId={projectId} filmId={newestFilm} onMade={(link) => setMade(link?.id ?? null)} />
      <p role="status" className="sr-only">
        {made ? t('made') : ''}
      </p>
      {error ? <ReadFailed error={error} onAgain={refetch} /> : null}
      {shares?.length ? (
        <ul aria-label={t('links')} className="flex flex-col divide-y divide-line border-line border-t">
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} newestFilm={newestFilm} isJustMade={share.id === made} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}
