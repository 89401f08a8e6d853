'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ProjectList } from '@/components/desk/list-projects'
import { deskKeys } from '@/components/desk/queries'
import { request } from '@/components/http/request'
import type { PageCommand } from './command-store'

const MOST = 60

/** The films of the desk, to be opened from anywhere. */
export function useFilmCommands(): readonly PageCommand[] {
  const t = useTranslations('palette')
  const router = useRouter()
  const { data } = useQuery({
    queryKey: [...deskKeys.all, 'palette'],
    queryFn: ({ signal }) => request<ProjectList>('/api/projects', { signal }),
  })
  return (data?.projects ?? []).slice(0, MOST).map((film) => ({
    id: `film ${film.id}`,
    group: 'film',
    words: film.title || t('untitled'),
    run: () => router.push(`/projects/${film.id}`),
  }))
}
