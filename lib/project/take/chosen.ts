import { findAssets } from '@/lib/asset/store'
import { keepTake, labelsOf, listDiscarded, restoreTake, type TakeKey } from '@/lib/asset/takes'
import type { Tx } from '@/lib/base/db'
import { invalidInput } from '@/lib/base/errors'
import { loadPlan } from '@/lib/production/lookup'
import type { BoardFault } from '@/lib/storyboard/problem'
import { SLOTS, type Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'

/** Whether the film has this take: it is pinned, what the scene's current recipe makes, or somebody's anchor. */
export async function isChosen(tx: Tx, take: TakeKey, revision: number): Promise<boolean> {
  if (revision === 0) return false
  const { storyboard } = await getRevision(take.projectId, revision, tx)
  return (await chosenIn(tx, take.projectId, storyboard))(take)
}

/** Takes that were thrown away and that a storyboard uses again, by an undo or an edit, are takes again. */
export async function bringBackChosen(tx: Tx, projectId: string, board: Storyboard): Promise<void> {
  const discarded = await listDiscarded({ projectId }, tx)
  if (discarded.length === 0) return
  const isUsed = await chosenIn(tx, projectId, board)
  for (const take of discarded) if (isUsed(take)) await restoreTake(tx, take)
}

/**
 * Takes that an edit pins, and that the scene never had, become takes of it: an asset is served only to a project that has
 * it. Throws `invalid_input` naming each pin of what is not here, or is of another kind.
 */
export async function adoptPinned(tx: Tx, projectId: string, was: Storyboard, is: Storyboard): Promise<void> {
  const before = new Set(pinsOf(was).map(keyOfPin))
  const fresh = pinsOf(is).filter((pin) => !before.has(keyOfPin(pin)))
  if (fresh.length === 0) return
  const assets = await findAssets(
    fresh.map((pin) => pin.fingerprint),
    tx,
  )
  const strange = fresh.filter((pin) => assets.get(pin.fingerprint)?.kind !== pin.slot)
  if (strange.length > 0) {
    throw invalidInput(
      strange.map(
        ({ sceneId, slot }): BoardFault => ({
          field: `scenes.${sceneId}.pins.${slot}`,
          expected: 'must be a take that this studio has; take the pin out, or bring the file to the scene',
          problem: 'notHere',
          value: '',
        }),
      ),
    )
  }
  const labels = await labelsOf([...assets.keys()], tx)
  for (const pin of fresh) {
    await keepTake(tx, { ...pin, projectId, label: labels.get(pin.fingerprint) ?? '' })
  }
}

type Pin = Omit<TakeKey, 'projectId'>

const pinsOf = (board: Storyboard): Pin[] =>
  board.scenes.flatMap(({ id, pins }) =>
    SLOTS.flatMap((slot) => {
      const fingerprint = pins[slot]
      return fingerprint ? [{ sceneId: id, slot, fingerprint }] : []
    }),
  )
const keyOfPin = ({ sceneId, slot, fingerprint }: Pin): string => `${sceneId} ${slot} ${fingerprint}`

async function chosenIn(tx: Tx, projectId: string, board: Storyboard): Promise<(take: TakeKey) => boolean> {
  const { plan } = await loadPlan({ projectId, board }, tx)
  const scenes = new Map(plan.board.map((scene) => [scene.sceneId, scene]))
  const anchors = new Set(board.cast.map((member) => member.anchor))
  return ({ sceneId, slot, fingerprint }) =>
    scenes.get(sceneId)?.slots[slot].chosen === fingerprint || (slot === 'frame' && anchors.has(fingerprint))
}
