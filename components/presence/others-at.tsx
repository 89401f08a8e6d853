'use client'

import { useTranslations } from 'next-intl'
import { PersonDisc } from './person-disc'
import { useOthersAt } from './use-people'

/** Discs of the others who look at a scene, for its card. */
export function OthersAt({ sceneId }: { sceneId: string }) {
  const t = useTranslations('presence')
  const others = useOthersAt(sceneId)
  if (others.length === 0) return null
  const names = others.map((person) => person.name || t('nobody')).join(', ')
  return (
    <span title={t('looking', { name: names })} className="-space-x-1 inline-flex">
      <span className="sr-only">{t('looking', { name: names })}</span>
      {others.slice(0, 3).map((person) => (
        <PersonDisc key={person.client} person={person} className="size-4 text-[0.5625rem]" />
      ))}
    </span>
  )
}
