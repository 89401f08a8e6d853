'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMessages, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ProjectList } from '@/components/desk/list-projects'
import { deskKeys } from '@/components/desk/queries'
import { request } from '@/components/http/request'
import en from '@/components/i18n/messages/en/command.json'
import zh from '@/components/i18n/messages/zh/command.json'
import type { Key } from '@/components/shell/keys'
import {
  type CommandGroup,
  type CommandId,
  commandOffers,
  groupOf,
  inOrder,
  type PageCommand,
  type Place,
  placeOffers,
} from './commands'
import type { Findable } from './find'

export interface Entry extends Findable {
  id: string
  group: CommandGroup | Place['group']
  run: () => void
  keys?: readonly Key[]
  on?: PageCommand['on']
  says?: () => string
}

/** What a command is called in either language, so that it is found by both. */
export function namesOf(id: CommandId): string {
  const [group = '', name = ''] = id.split('.')
  const nameIn = (names: Record<string, Record<string, string>>) => names[group]?.[name] ?? ''
  return `${nameIn(en.name)} ${nameIn(zh.name)}`
}

/** Everything there is to choose, as it was when the palette opened, and the films of the desk as soon as they come. */
export function useEntries(): Entry[] {
  const t = useTranslations('command')
  const { command } = useMessages()
  const router = useRouter()
  const { data } = useQuery({
    queryKey: deskKeys.list('', 'touched'),
    queryFn: ({ signal }) => request<ProjectList>('/api/projects?sort=touched', { signal }),
  })
  const [here] = useState((): Entry[] => {
    const commands = inOrder(commandOffers.all(), command.name).flatMap(({ id, run, ...rest }): Entry[] =>
      run && id !== 'go.palette'
        ? [{ ...rest, id, group: groupOf(id), run, words: t(`name.${id}`), also: namesOf(id) }]
        : [],
    )
    return [...commands, ...placeOffers.all()]
  })
  const films = (data?.projects ?? []).map(
    ({ id, title }): Entry => ({
      id: `film ${id}`,
      group: 'film',
      words: title || t('untitled'),
      also: '',
      run: () => router.push(`/projects/${id}`),
    }),
  )
  return [...here, ...films]
}
