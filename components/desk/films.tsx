'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useRef, useState } from 'react'
import { useMay } from '@/components/access/use-may'
import { useCommands } from '@/components/palette/use-commands'
import { ReadFailed } from '@/components/task/read-failed'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { FilmPoster } from './film-poster'
import { ImportButton } from './import-button'
import { ImportDrop } from './import-drop'
import { useProjects } from './list-projects'
import { PROJECT_SORTS, type ProjectSort } from './queries'
import { useImport } from './use-import'

/** Every film as a poster, to find and to order. */
export function Films() {
  const t = useTranslations('desk')
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<ProjectSort>('touched')
  const wanted = useDeferredValue(search.trim())
  const { data, error, refetch, isPlaceholderData } = useProjects(wanted, sort)
  useCommands([{ id: 'desk.find', run: () => field.current?.focus(), keys: ['/'] }])

  const mayMake = useMay('editor')
  const bring = useImport()

  const films = data?.projects
  const nothingYet = films?.length === 0 && !wanted && !isPlaceholderData
  return (
    <ImportDrop onFile={mayMake ? bring.send : null}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="films-title" className="mr-auto font-serif text-xl">
          {t('films')}
        </h2>
        {mayMake ? <ImportButton state={bring.state} onFile={bring.send} onCancel={bring.cancel} /> : null}
        {nothingYet ? null : (
          <>
            <span className="relative max-sm:order-last max-sm:w-full">
              <Search
                aria-hidden="true"
                className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
              />
              <input
                ref={field}
                type="search"
                value={search}
                aria-label={t('search')}
                placeholder={t('search')}
                onChange={(event) => setSearch(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return
                  if (search) setSearch('')
                  else event.currentTarget.blur()
                }}
                className="h-9 w-full rounded border border-line bg-sheet pr-3 pl-8 placeholder:text-soft hover:border-edge sm:w-56 pointer-coarse:h-11 [&::-webkit-search-cancel-button]:hidden"
              />
            </span>
            <Select
              aria-label={t('sort')}
              value={sort}
              onChange={(event) =>
                setSort(PROJECT_SORTS.find((name) => name === event.target.value) ?? 'touched')
              }
            >
              {PROJECT_SORTS.map((name) => (
                <option key={name} value={name}>
                  {t(`sortBy.${name}`)}
                </option>
              ))}
            </Select>
          </>
        )}
      </div>
      {error ? (
        <ReadFailed title={films ? t('notFresh') : t('notLoaded')} error={error} onAgain={refetch} />
      ) : null}
      {nothingYet ? <Empty title={t('empty')}>{mayMake ? t('emptyWhy') : t('emptyLooking')}</Empty> : null}
      {films?.length === 0 && wanted ? (
        <Empty
          title={t('noMatch', { search: wanted })}
          actions={<Button onClick={() => setSearch('')}>{t('showAll')}</Button>}
        >
          {t('noMatchWhy')}
        </Empty>
      ) : null}
      {films && films.length > 0 ? (
        <ul className="grid grid-cols-1 gap-x-5 gap-y-7 sm:grid-cols-2 lg:grid-cols-3">
          {films.map((card) => (
            <li key={card.id} className="[contain-intrinsic-size:auto_16rem] [content-visibility:auto]">
              <FilmPoster card={card} />
            </li>
          ))}
        </ul>
      ) : null}
      {films || error ? null : <PosterSkeletons words={t('loading')} />}
    </ImportDrop>
  )
}

function PosterSkeletons({ words }: { words: string }) {
  return (
    <>
      <p role="status" className="text-soft text-sm">
        {words}
      </p>
      <div className="grid grid-cols-1 gap-x-5 gap-y-7 sm:grid-cols-2 lg:grid-cols-3">
        {['a', 'b', 'c'].map((key) => (
          <div key={key} className="flex flex-col gap-2">
            <Skeleton className="aspect-video" />
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        ))}
      </div>
    </>
  )
}
