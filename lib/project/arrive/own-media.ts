import { randomUUID } from 'node:crypto'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { conditionOf, settleConditions } from '@/lib/asset/lost'
import { type Asset, findAssets } from '@/lib/asset/store'
import { labelsOf } from '@/lib/asset/takes'
import { engineOf, frameRecipe } from '@/lib/plan/recipes'
import { loadPlan } from '@/lib/production/lookup'
import { SLOTS, type Slot, type Storyboard } from '@/lib/storyboard/schema'

interface Place {
  sceneId: string
  slot: Slot
  fingerprint: string
}

export interface OwnMedia {
  storyboard: Storyboard
  takes: (Place & { label: string })[]
  /** How many pins and anchors were taken out. */
  missing: number
}

/**
 * Holds the media that a storyboard names against what this studio has. What is here, whole and of the right kind
 * becomes a take, since an asset is served only to a project that has it; a pin or an anchor of anything else is taken
 * out, so that it is made anew.
 */
export async function ownMedia(named: Storyboard): Promise<OwnMedia> {
  const pins = named.scenes.flatMap((scene) => Object.values(scene.pins))
  const anchors = named.cast.flatMap(({ anchor }) => anchor ?? [])
  const whole = await listWhole([...pins, ...anchors])
  const storyboard = withOnly(named, (fingerprint, slot) => whole.get(fingerprint)?.kind === slot)
  const chosen = await chosenOf(storyboard)
  const read = new Set([...pins, ...anchors])
  const made = await listWhole(chosen.map((place) => place.fingerprint).filter((print) => !read.has(print)))
  const isWhole = ({ fingerprint }: Place) => whole.has(fingerprint) || made.has(fingerprint)
  const places = [...anchorPlaces(storyboard), ...chosen.filter(isWhole)]
  const labels = await labelsOf(places.map((place) => place.fingerprint))
  const takes = places.map((place) => ({ ...place, label: labels.get(place.fingerprint) ?? '' }))
  return { storyboard, takes, missing: countNamed(named) - countNamed(storyboard) }
}

const countNamed = ({ scenes, cast }: Storyboard): number =>
  scenes.reduce((sum, { pins }) => sum + Object.keys(pins).length, 0) +
  cast.filter(({ anchor }) => anchor !== null).length

/** Reads the bytes: a row cannot know that its disk has lost or spoilt them, and says so from then on. */
async function listWhole(fingerprints: readonly string[]): Promise<Map<string, Asset>> {
  const whole = new Map<string, Asset>()
  for (const asset of (await findAssets(fingerprints)).values()) {
    const condition = await conditionOf(asset)
    if (condition === 'whole') whole.set(asset.fingerprint, asset)
    else await settleConditions([{ asset, condition }])
  }
  return whole
}

function withOnly(board: Storyboard, isOwn: (fingerprint: string, slot: Slot) => boolean): Storyboard {
  return {
    ...board,
    cast: board.cast.map((member) =>
      member.anchor && !isOwn(member.anchor, 'frame') ? { ...member, anchor: null } : member,
    ),
    scenes: board.scenes.map((scene) => ({
      ...scene,
      pins: Object.fromEntries(
        SLOTS.flatMap((slot) => {
          const pin = scene.pins[slot]
          return pin && isOwn(pin, slot) ? [[slot, pin] as const] : []
        }),
      ),
    })),
  }
}

/** What the film would show: pinned takes, and whatever the scenes' recipes have made in another project. */
async function chosenOf(board: Storyboard): Promise<Place[]> {
  // No project has this id, so no takes and no music of one are looked at.
  const { plan } = await loadPlan({ projectId: randomUUID(), board })
  return plan.board.flatMap(({ sceneId, slots }) =>
    SLOTS.flatMap((slot) => {
      const { chosen } = slots[slot]
      return chosen ? [{ sceneId, slot, fingerprint: chosen }] : []
    }),
  )
}

/** An anchor is shown as a take of some scene: of the one it was drawn for, else of the first in which they are seen. */
function anchorPlaces(board: Storyboard): Place[] {
  return board.cast.flatMap(({ id, anchor }) => {
    if (!anchor) return []
    const drawnFor = board.scenes.find(
      (scene) =>
        scene.pins.frame === anchor ||
        fingerprintOf(frameRecipe(board, scene, engineOf(scene, 'frame', board.settings))) === anchor,
    )
    const scene = drawnFor ?? board.scenes.find((scene) => scene.cast.includes(id)) ?? board.scenes[0]
    return scene ? [{ sceneId: scene.id, slot: 'frame' as const, fingerprint: anchor }] : []
  })
}
