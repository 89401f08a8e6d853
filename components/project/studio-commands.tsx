'use client'

import { useTranslations } from 'next-intl'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { useCommands, usePlaces } from '@/components/palette/use-commands'
import { type Layout, PLACES } from './use-layout'

const FOLDS = [
  ['view.scenes', 'left'],
  ['view.panel', 'right'],
  ['view.timeline', 'timeline'],
] as const

interface StudioCommandsProps {
  layout: Layout
  onLayout: (change: Partial<Layout>) => void
}

/** How the page is looked at, and its scenes by number, title and narration. */
export function StudioCommands({ layout, onLayout }: StudioCommandsProps) {
  const t = useTranslations('command')
  const untitled = useTranslations('scene')
  const { chosen } = useEditor()
  const { scenes } = usePlanned()
  useCommands([
    ...PLACES.map((place) => ({ id: `view.${place}` as const, run: () => onLayout({ place }) })),
    ...FOLDS.map(([id, side]) => ({ id, run: () => onLayout({ [side]: !layout[side] }) })),
  ])
  usePlaces(() =>
    scenes.map(({ id, number, text }) => ({
      id: `scene ${id}`,
      group: 'scene',
      words: text.title ? t('scene', { number, title: text.title }) : untitled('untitled', { number }),
      also: text.narration,
      run: () => chosen.choose(id),
    })),
  )
  return null
}
