'use client'

import { useTranslations } from 'next-intl'
import { useEngineWords } from '@/components/scene/engine-words'
import type { AddressView, EnginesView } from '@/lib/engine/connection/schema'
import type { EngineAbilities } from '@/lib/engine/contract'
import type { EngineIdentity } from '@/lib/storyboard/schema'

export const isDraft = (identity: EngineIdentity): boolean => identity.startsWith('draft/')

const DRAFT_PARTS = ['writer', 'painter', 'camera', 'voice', 'score'] as const

/** "sd-turbo · ready", "sd-turbo · away"; a draft engine is always there, so its state says nothing. */
export function useEngineChoice(view: EnginesView | undefined): (identity: EngineIdentity) => string {
  const t = useTranslations('engine')
  const name = useEngineWords()
  return (identity) => {
    const words = name(identity) ?? identity
    const part = DRAFT_PARTS.find((own) => identity.startsWith(`draft/${own}@`))
    if (part) return t(`draft.${part}`)
    if (!view) return words
    return t('choice', { name: words, state: t(`is.${stateIn(view, identity)}`) })
  }
}

/** How an engine stands; one that nobody knows is away. */
export const stateIn = (view: EnginesView | undefined, identity: EngineIdentity): AddressView['state'] =>
  view?.engines.find((engine) => engine.identity === identity)?.state ?? 'unavailable'

/** What an engine takes; null for a draft engine and for one nobody knows. */
export const abilitiesOf = (
  view: EnginesView | undefined,
  identity: EngineIdentity,
): EngineAbilities | null => view?.engines.find((engine) => engine.identity === identity)?.abilities ?? null
