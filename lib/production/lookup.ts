import { findAssets } from '@/lib/asset/store'
import { listTakes } from '@/lib/asset/takes'
import { db, type Tx } from '@/lib/base/db'
import type { ErrorShape } from '@/lib/base/errors'
import { fixedLengthEngines, referenceEngines } from '@/lib/engine/registry'
import { findFfmpeg } from '@/lib/media/ffmpeg'
import { type Knowledge, type KnownAsset, takeKey } from '@/lib/plan/knowledge'
import { type Plan, plan } from '@/lib/plan/plan'
import type { Storyboard } from '@/lib/storyboard/schema'
import { findAnchors } from './store'

/** A map that remembers what it was asked for in vain: those are the assets to look up next. */
class Lookup extends Map<string, KnownAsset> {
  readonly asked = new Set<string>()
  override has(fingerprint: string): boolean {
    this.asked.add(fingerprint)
    return super.has(fingerprint)
  }
  override get(fingerprint: string): KnownAsset | undefined {
    this.asked.add(fingerprint)
    return super.get(fingerprint)
  }
}

/** Frames and narrations, then clips and scores, then segments, then the film. */
const MOST_ROUNDS = 8

export interface PlanRequest {
  projectId: string
  board: Storyboard
  failures?: ReadonlyMap<string, ErrorShape>
  /** Fingerprints that are probably asked for: looking them up first saves rounds. */
  expected?: readonly string[]
  /** Where each scene's music begins, in the place of what the project's last film says. */
  anchors?: Record<string, number>
}

export interface LoadedPlan {
  plan: Plan
  known: Knowledge
}

/**
 * The plan of a storyboard against what the database has. A recipe's inputs have to be known before its fingerprint
 * is, so the plan is made again until it asks for nothing new.
 */
export async function loadPlan(request: PlanRequest, tx: Tx = db()): Promise<LoadedPlan> {
  const { projectId, board } = request
  const build = await findFfmpeg()
  const takes = await listTakes(projectId, undefined, tx)
  const anchors = request.anchors ?? (await findAnchors(tx, projectId))
  const assets = new Lookup()
  for (const take of takes) assets.asked.add(take.fingerprint)
  for (const fingerprint of request.expected ?? []) assets.asked.add(fingerprint)
  const known: Knowledge = {
    assets,
    takes: new Map(
      [...Map.groupBy(takes, (take) => takeKey(take.sceneId, take.slot))].map(([key, list]) => [
        key,
        list.map((take) => take.fingerprint),
      ]),
    ),
    failures: request.failures ?? new Map(),
    fixedLength: await fixedLengthEngines(tx),
    reference: await referenceEngines(tx),
    ffmpeg: build.build,
    anchors,
  }
  const looked = new Set<string>()
  /** Answers whether anything new was found. */
  const lookUp = async (): Promise<boolean> => {
    const unknown = [...assets.asked].filter((fingerprint) => !looked.has(fingerprint))
    for (const fingerprint of unknown) looked.add(fingerprint)
    const found = await findAssets(unknown, tx)
    for (const asset of found.values()) assets.set(asset.fingerprint, asset)
    return found.size > 0
  }
  await lookUp()
  let result = plan(board, known)
  for (let round = 0; round < MOST_ROUNDS && (await lookUp()); round++) result = plan(board, known)
  return { plan: result, known }
}
