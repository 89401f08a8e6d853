'use client'

import { useBoardText } from '@/components/editor/editor-context'
import { abilitiesOf, isDraft } from '@/components/engine/engine-choice'
import { useEngines } from '@/components/engine/get-engines'
import type { EngineAbilities } from '@/lib/engine/contract'
import { engineOf } from '@/lib/plan/recipes'
import type { Scene, Slot } from '@/lib/storyboard/schema'

/** What the film's engine of a slot takes; null for a draft engine and for one nobody knows. */
export function useFilmAbilities(): (slot: Slot) => EngineAbilities | null {
  const { data: view } = useEngines()
  const { settings } = useBoardText()
  return (slot) => abilitiesOf(view, settings.engines[slot])
}

/** The engines of a scene: which they are, and what they take. */
export function useSceneEngines(scene: Scene) {
  const { data: view } = useEngines()
  const { settings } = useBoardText()
  const identityOf = (slot: Slot) => engineOf(scene, slot, settings)
  return {
    identityOf,
    /** Of an engine that has not told what it takes, everything may be set. */
    takes: (slot: Slot, what: 'negativePrompt' | 'speed' | 'reference'): boolean => {
      if (isDraft(identityOf(slot))) return what !== 'reference'
      const abilities = abilitiesOf(view, identityOf(slot))
      return abilities === null ? what !== 'reference' : Boolean(abilities[what])
    },
  }
}
