'use client'

import { useTranslations } from 'next-intl'
import { useWhyWords } from '@/components/scene/why-words'
import type { Storyboard } from '@/lib/storyboard/schema'
import type { OperationSummary } from '@/lib/storyboard/summary'

/** What is done to scenes, by the name of the step or batch. */
const DEEDS = {
  'scene.insert': 'insert',
  'scene.remove': 'remove',
  'scene.move': 'move',
  'scene.split': 'split',
  'scene.merge': 'merge',
  duplicate: 'duplicate',
  remove: 'remove',
  move: 'move',
  boundary: 'boundary',
  again: 'redo',
  upgrade: 'upgrade',
} as const
const CAST_DEEDS = {
  'cast.insert': 'castInsert',
  'cast.remove': 'castRemove',
  'cast-move': 'castMove',
} as const

const deedIn = <T extends object>(deeds: T, name: string): T[keyof T] | undefined =>
  Object.hasOwn(deeds, name) ? deeds[name as keyof T] : undefined

type Named = Pick<Storyboard, 'scenes' | 'cast'>

/** What was done, in words: "Scene 3: narration", "Split scene 2", "Removed “The storm”". Numbers are those of now. */
export function useSummaryWords(): (summary: OperationSummary | null, board: Named) => string {
  const t = useTranslations('history')
  const fieldWords = useWhyWords()
  return (summary, board) => {
    if (!summary) return t('written')
    const { name, scenes, sceneIds, memberIds, title } = summary
    const fields = fieldWords(summary.fields)
    const number = board.scenes.findIndex((scene) => scene.id === sceneIds[0]) + 1
    const character = board.cast.find((member) => member.id === memberIds[0])?.name ?? title
    const sceneWords = () => {
      if (scenes === 1 && number > 0) return t('scene.number', { number })
      return scenes === 1 && title ? t('scene.title', { title }) : t('scene.count', { count: scenes })
    }
    const deed = deedIn(DEEDS, name)
    if (deed) return t(`did.${deed}`, { scene: sceneWords() })
    const castDeed = deedIn(CAST_DEEDS, name)
    if (castDeed) return t(`did.${castDeed}`, { name: character || t('character') })
    if (name === 'scene.update') {
      return scenes === 1 && number > 0
        ? t('fields.scene', { number, fields })
        : t('fields.scenes', { count: scenes, fields })
    }
    if (name === 'cast.update') {
      return character && memberIds.length === 1
        ? t('fields.member', { name: character, fields })
        : t('fields.members', { fields })
    }
    if (name === 'settings.update' || name === 'storyboard.update') return t('fields.film', { fields })
    return name === 'restore' ? t('did.restore') : t('did.several')
  }
}
