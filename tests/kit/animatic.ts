import { type Animatic, animaticOf } from '@/components/animatic/animatic'
import { type Knowledge, type KnownAsset, takeKey } from '@/lib/plan/knowledge'
import { plan } from '@/lib/plan/plan'
import { SLOTS, type Slot, type Storyboard } from '@/lib/storyboard/schema'
import { aStoryboard } from './storyboard'

/** What is known of a storyboard of which these slots were made, as they stand. */
export function made(board: Storyboard, slots: readonly Slot[] = []): Knowledge {
  const assets = new Map<string, KnownAsset>()
  const takes = new Map<string, string[]>()
  const known: Knowledge = {
    assets,
    takes,
    failures: new Map(),
    fixedLength: new Set(['svd/xt@1']),
    reference: new Set(),
    ffmpeg: 'ffmpeg/test',
    anchors: {},
  }
  // A clip waits for its frame and narration.
  for (const slot of [...SLOTS].sort((a) => (a === 'clip' ? 1 : -1)).filter((slot) => slots.includes(slot))) {
    for (const { sceneId, slots: planned } of plan(board, known).board) {
      const { recipe, fingerprint } = planned[slot]
      if (!recipe || !fingerprint) continue
      const facts = slot === 'narration' ? { durationMs: 2_500 } : { frames: 60, fps: 24 }
      assets.set(fingerprint, { fingerprint, recipe, facts })
      takes.set(takeKey(sceneId, slot), [fingerprint])
    }
  }
  return known
}

export function anAnimatic(board = aStoryboard(), known = made(board)): Animatic {
  return animaticOf(board, plan(board, known), known, 'p1')
}
