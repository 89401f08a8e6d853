'use client'

import { Captions, Download, FileJson } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSizeWords, useTouchedWords } from '@/components/i18n/use-words'
import { ShareButton } from '@/components/share/share-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { fileName } from '@/lib/base/file-name'
import type { FilmView, ProjectView } from '@/lib/project/schema'

/** What the film is, whether it is still the one wanted, and everything of it to take away. */
export function FilmFacts({ view, film }: { view: ProjectView; film: FilmView }) {
  const t = useTranslations('project')
  const bytes = useSizeWords()
  const touched = useTouchedWords()(film.createdAt)
  const name = fileName(view.title) || 'film'
  const numbers = new Map(view.storyboard?.scenes.map((scene, i) => [scene.id, i + 1]))
  return (
    <section aria-label={t('film')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="numeric min-w-0 flex-1 basis-64 text-soft text-sm" title={touched.full}>
          {[`${film.width} × ${film.height}`, bytes(film.bytes), t('made', { when: touched.words })].join(
            ' · ',
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <ShareButton projectId={view.id} film={film} />
          <Button asChild size="sm">
            <a href={film.url} download={`${name}.mp4`}>
              <Download aria-hidden="true" className="size-4" />
              {t('download')}
            </a>
          </Button>
          <Button asChild size="sm">
            <a href={film.subtitles} download={`${name}.srt`}>
              <Captions aria-hidden="true" className="size-4" />
              {t('subtitles')}
            </a>
          </Button>
          <Button asChild size="sm">
            <a href={film.manifest} download={`${name}.manifest.json`} title={t('manifestWhat')}>
              <FileJson aria-hidden="true" className="size-4" />
              {t('manifest')}
            </a>
          </Button>
        </div>
      </div>
      {film.stale ? (
        <Badge dot="stale">
          {film.renamed ? t('filmRenamed', { title: film.title || t('untitled') }) : t('filmStale')}
        </Badge>
      ) : null}
      {film.fallbacks.length > 0 ? (
        <ul className="text-soft text-sm">
          {film.fallbacks.map(({ sceneId, reason }) => (
            <li key={sceneId}>{t('fallback', { number: numbers.get(sceneId) ?? 0, reason })}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
