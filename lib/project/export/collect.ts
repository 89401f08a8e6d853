import { fingerprintOf } from '@/lib/asset/fingerprint'
import { ingredientsOf } from '@/lib/asset/ingredients'
import type { Asset } from '@/lib/asset/store'
import { listTakes } from '@/lib/asset/takes'
import { StudioError } from '@/lib/base/errors'
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type BundleAsset,
  type BundleContent,
  type BundleProject,
} from '@/lib/bundle/schema'
import { posterRecipe } from '@/lib/plan/poster'
import { loadPlan } from '@/lib/production/lookup'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import { SLOTS } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { listProjectFailures } from '@/lib/task/store'
import { findFilms, getProject } from '../store'

/** Everything that a project's film is made of, and the film. Throws `not_found`, and `conflict` before there is a storyboard. */
export async function collectBundle(projectId: string): Promise<BundleContent> {
  const row = await getProject(projectId)
  if (row.revision === 0) {
    throw new StudioError('conflict', 'The storyboard is not written yet: there is nothing to export.')
  }
  const { storyboard } = await getRevision(projectId, row.revision)
  const failures = await listProjectFailures(projectId)
  const { plan } = await loadPlan({ projectId, board: storyboard, failures })
  const [film] = await findFilms([projectId])

  const wanted = new Set<string>()
  const standIns: BundleProject['standIns'] = []
  for (const scene of plan.board) {
    for (const slot of SLOTS) {
      const { chosen, fallback } = scene.slots[slot]
      if (!chosen) continue
      wanted.add(chosen)
      if (fallback) standIns.push({ sceneId: scene.sceneId, slot, fingerprint: chosen })
    }
  }
  for (const { anchor } of storyboard.cast) if (anchor) wanted.add(anchor)
  for (const { fingerprint } of [...plan.scores, ...plan.scenes.map((scene) => scene.segment)]) {
    if (fingerprint) wanted.add(fingerprint)
  }
  if (film) wanted.add(film.fingerprint).add(fingerprintOf(posterRecipe(film.fingerprint)))

  const assets = await ingredientsOf([...wanted])
  const takes = (await listTakes(projectId)).filter((take) => assets.has(take.fingerprint))
  return {
    project: {
      format: BUNDLE_FORMAT,
      version: BUNDLE_VERSION,
      title: row.title,
      story: row.story,
      brief: storyBriefSchema.parse(row.brief),
      storyboard,
      standIns,
    },
    assets: [...assets.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(listed),
    takes: takes.map(({ sceneId, slot, fingerprint, label }) => ({ sceneId, slot, fingerprint, label })),
    manifest: film && assets.has(film.fingerprint) ? (film.manifest as object) : null,
  }
}

const listed = (asset: Asset): BundleAsset => ({
  fingerprint: asset.fingerprint,
  digest: asset.digest,
  key: asset.key,
  mediaType: asset.mediaType,
  bytes: asset.bytes,
  recipe: asset.recipe,
  facts: asset.facts as BundleAsset['facts'],
})
