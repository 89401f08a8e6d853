'use client'

import { useTranslations } from 'next-intl'
import { clientName } from '@/components/editor/client-name'
import { useWhyWords } from '@/components/scene/why-words'
import type { RevisionView } from '@/lib/project/schema'

const NAMES = [
  'scene.update',
  'scene.insert',
  'scene.remove',
  'scene.move',
  'scene.split',
  'scene.merge',
  'cast.update',
  'cast.insert',
  'cast.remove',
  'settings.update',
  'storyboard.update',
  'duplicate',
  'boundary',
  'redo',
  'restore',
  'json',
  'api',
  'undo',
] as const

/** What a revision did and whose it was: "Scene 3: narration", "You". */
export function useRevisionWords(numberOf: (sceneId: string) => number | null) {
  const t = useTranslations('history')
  const fields = useWhyWords()
  const comma = useTranslations('task')('comma')
  const what = ({ summary, role }: RevisionView): string => {
    if (role === 'undo') return t('undone')
    if (role === 'redo') return t('redone')
    if (!summary) return t('written')
    const numbers = summary.sceneIds.flatMap((id) => numberOf(id) ?? [])
    const where =
      numbers.length > 0 ? t('scenes', { count: numbers.length, numbers: numbers.join(', ') }) : ''
    const name = NAMES.find((known) => known === summary.name)
    const done =
      summary.name.endsWith('.update') && summary.fields.length > 0
        ? fields(summary.fields)
        : t(`what.${(name ?? 'json').replace('.', '-') as 'json'}`)
    return [where, done].filter(Boolean).join(comma)
  }
  const who = ({ client }: RevisionView): string => {
    if (client === clientName()) return t('you')
    return client === '' ? t('studio') : client === 'api' ? t('api') : t('somebody')
  }
  return { what, who }
}
