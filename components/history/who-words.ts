'use client'

import { useTranslations } from 'next-intl'
import { clientName } from '@/components/editor/client-name'
import { usePeople } from '@/components/presence/use-people'

/** Whose a revision is: "You", the name somebody here goes by, "The API". */
export function useWhoWords(): (client: string) => string {
  const t = useTranslations('history')
  const { people } = usePeople()
  return (client) => {
    if (client === clientName()) return t('you')
    if (client === '') return t('studio')
    if (client === 'api') return t('api')
    return people.find((person) => person.client === client)?.name || t('somebody')
  }
}
