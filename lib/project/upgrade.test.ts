import { describe, expect, it } from 'vitest'
import type { KnownAsset } from '@/lib/plan/knowledge'
import { plan } from '@/lib/plan/plan'
import type { Scene, Slot } from '@/lib/storyboard/schema'
import { FIRST_GUESS } from '@/lib/task/estimate'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { previewUpgrade } from './upgrade'

const MODEL = 'images/sd-turbo@1'
const WORKSPACE = {
  pace: { types: FIRST_GUESS, engines: { [MODEL]: { ms: 1_000, group: 'images' } } },
  slots: 1,
}

/** Everything that a storyboard asks for is made. */
function finished(scenes: Scene[]) {
  const board = aStoryboard({ scenes })
  const assets = new Map<string, KnownAsset>()
  const known = {
    assets,
    takes: new Map(),
    failures: new Map(),
    fixedLength: new Set<string>(),
    reference: new Set<string>(),
    ffmpeg: 'ffmpeg/test',
    anchors: {},
  }
  const keep = (asset: KnownAsset) => assets.set(asset.fingerprint, asset)
  for (let round = 0; round < 3; round++) {
    for (const scene of plan(board, known).board) {
      for (const slot of ['frame', 'narration', 'clip'] as Slot[]) {
        const { recipe, fingerprint } = scene.slots[slot]
        if (recipe && fingerprint) keep({ fingerprint, recipe, facts: { durationMs: 2_000 } })
      }
    }
  }
  return { board, known, keep, preview: (ids: string[] | null) => previewOf(ids) }

  function previewOf(sceneIds: string[] | null) {
    const planned = { board, known, plan: plan(board, known) }
    return previewUpgrade(planned, { slot: 'frame', engine: MODEL, sceneIds }, WORKSPACE)
  }
}

describe('the preview of an upgrade', () => {
  it('says what it would make, what it leaves and how long it takes', () => {
    const { board, preview } = finished([aScene(), aScene(), aScene()])
    expect(preview(null)).toMatchObject({ scenes: 3, toMake: 3, staleClips: 3, estimateMs: 3_000, pinned: 0 })
    const ids = board.scenes.slice(1).map((scene) => scene.id)
    expect(preview(ids)).toMatchObject({ scenes: 2, toMake: 2, staleClips: 2, target: 'frames' })
  })

  it('counts chosen takes and the writer’s own files, which it does not touch', () => {
    const [own, chosen] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
    const { keep, preview } = finished([
      aScene({ pins: { frame: own } }),
      aScene({ pins: { frame: chosen } }),
      aScene(),
    ])
    keep({
      fingerprint: own,
      recipe: { kind: 'frame', engine: 'upload/file@1', params: {}, inputs: {} },
      facts: {},
    })
    keep({
      fingerprint: chosen,
      recipe: { kind: 'frame', engine: 'draft/painter@1', params: {}, inputs: {} },
      facts: {},
    })
    expect(preview(null)).toMatchObject({ scenes: 3, toMake: 1, pinned: 2, uploads: 1 })
  })
})
