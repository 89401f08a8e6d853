'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Plan } from '@/lib/plan/plan'
import { SLOTS } from '@/lib/storyboard/schema'
import { learnAssets } from './learn-assets'

/** What the plan would have made, as far as it can be named. */
const wantedIn = (plan: Plan): string[] =>
  [
    ...plan.board.flatMap((scene) => SLOTS.map((slot) => scene.slots[slot])),
    ...plan.scores,
    ...plan.scenes.map((scene) => scene.segment),
    plan.film,
  ].flatMap(({ state, fingerprint }) => (state !== 'ready' && fingerprint ? [fingerprint] : []))

/**
 * The page plans against the assets it knows. What an edit newly asks for may exist all the same (an undo, a segment in
 * the cache), so each fingerprint is asked for once; what is made later comes by events.
 */
export function useKnownAssets(projectId: string, plan: Plan | null): void {
  const client = useQueryClient()
  const asked = useRef<Set<string> | null>(null)

  useEffect(() => {
    if (!plan) return
    const wanted = wantedIn(plan)
    // What came with the workspace the server has looked up already.
    const known = asked.current ?? new Set(wanted)
    asked.current = known
    const fresh = wanted.filter((fingerprint) => !known.has(fingerprint))
    if (fresh.length === 0) return
    for (const fingerprint of fresh) known.add(fingerprint)
    learnAssets(client, projectId, fresh)
  }, [client, projectId, plan])
}
