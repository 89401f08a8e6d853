/** Take: the takes of one slot of a scene, flipped through, compared, chosen, thrown away; and the writer's own. */
import { slotUrl } from '@/lib/project/address'
import type { Workspace } from '@/lib/project/schema'
import type { Slot } from '@/lib/storyboard/schema'

/** A take as the strip shows it. */
export interface ShownTake {
  fingerprint: string
  url: string
  /** Identity of what made it. */
  engine: string
  seed: number | null
  /** The name of an uploaded file; empty for what an engine made. */
  label: string
  /** Pixels of a picture or clip. */
  width: number | null
  height: number | null
  /** Of a clip or line. */
  durationMs: number | null
  /** ISO 8601. */
  createdAt: string
}

const numeric = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Oldest first. */
export function takesOf({ id, takes, knowledge }: Workspace, sceneId: string, slot: Slot): ShownTake[] {
  const assets = new Map(knowledge?.assets.map((asset) => [asset.fingerprint, asset]))
  return takes.flatMap((take) => {
    const asset = assets.get(take.fingerprint)
    if (!asset || take.sceneId !== sceneId || take.slot !== slot) return []
    const { recipe, facts } = asset
    return [
      {
        fingerprint: take.fingerprint,
        url: slotUrl(id, sceneId, slot, take.fingerprint),
        engine: recipe.engine,
        seed: recipe.seed ?? null,
        label: take.label,
        width: numeric(facts.width),
        height: numeric(facts.height),
        durationMs: numeric(facts.durationMs),
        createdAt: take.createdAt,
      },
    ]
  })
}

/** Where a key leads from here; it stops at either end. */
export function flip(
  takes: readonly ShownTake[],
  from: string | undefined,
  key: string,
): ShownTake | undefined {
  const at = takes.findIndex((take) => take.fingerprint === from)
  const last = takes.length - 1
  if (key === 'Home') return takes[0]
  if (key === 'End') return takes[last]
  if (key === 'ArrowLeft') return takes[Math.max(0, at - 1)]
  return key === 'ArrowRight' ? takes[Math.min(last, at + 1)] : undefined
}

/** What a take is held against: the chosen one, or for that one its neighbour. */
export function rivalOf(
  takes: readonly ShownTake[],
  shown: string | undefined,
  chosen: string | null,
): ShownTake | undefined {
  const at = takes.findIndex((take) => take.fingerprint === shown)
  if (at < 0) return undefined
  const rival = shown === chosen ? undefined : takes.find((take) => take.fingerprint === chosen)
  return rival ?? takes[at - 1] ?? takes[at + 1]
}

/** What is shown once a take is gone: the one after it, else the one before. */
export function afterDiscard(takes: readonly ShownTake[], gone: string): string | null {
  const at = takes.findIndex((take) => take.fingerprint === gone)
  return (takes[at + 1] ?? takes[at - 1])?.fingerprint ?? null
}
