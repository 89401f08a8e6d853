'use client'

/** Look: the picture of the project that shows what a character looks like, for engines that start from one. */
import { useTranslations } from 'next-intl'
import { useBoardText, useEditor, usePlanned } from '@/components/editor/editor-context'
import { useToast } from '@/components/ui/toast'
import { engineOf } from '@/lib/plan/recipes'
import type { CastMember } from '@/lib/storyboard/schema'

export interface Looks {
  /** Whether any engine that draws for this film can start from a picture. */
  canStart: boolean
  cast: readonly CastMember[]
  /** Null takes it away again. */
  setLook: (member: CastMember, anchor: string | null) => void
}

export function useLooks(): Looks {
  const t = useTranslations('look')
  const { edit, undo } = useEditor()
  const { known } = usePlanned()
  const { cast, scenes, settings } = useBoardText()
  const toast = useToast()
  const engines = [settings.engines.frame, ...scenes.map((scene) => engineOf(scene, 'frame', settings))]
  return {
    canStart: engines.some((engine) => known.reference.has(engine)),
    cast,
    setLook(member, anchor) {
      const edits = [{ field: 'anchor', value: anchor, before: member.anchor }]
      if (!edit({ type: 'cast.update', memberId: member.id, edits }) || anchor === null) return
      toast({ words: t('set', { name: member.name }), action: { label: t('undo'), run: undo } })
    },
  }
}
