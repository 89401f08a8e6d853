import {
  discardTake,
  keepTake,
  listTakes,
  restoreTake,
  stateOfTake,
  type TakeKey,
  takeView,
} from '@/lib/asset/takes'
import { inTransaction } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { announceProject, lockProject } from '@/lib/production/store'
import { keepUpload } from '@/lib/upload/keep-upload'
import type { IncomingFile } from '@/lib/upload/receive'
import { slotUrl } from '../address'
import { isChosen } from './chosen'
import { needScene, noTake, type TakePlace } from './place'
import type { UploadedTake } from './schema'

/**
 * Makes a take of the writer's own file. It is not chosen by that: choosing is an edit of the storyboard. Throws
 * `not_found` before a byte is read, and what `keepUpload` throws.
 */
export async function uploadTake(
  place: TakePlace,
  incoming: IncomingFile & { label: string },
): Promise<UploadedTake> {
  const { projectId, sceneId, slot } = place
  const { board, scene } = await needScene(projectId, sceneId)
  const { fingerprint, recipe, facts } = await keepUpload({ board, scene, slot }, incoming)
  const take = await inTransaction(async (tx) => {
    await lockProject(tx, projectId)
    await keepTake(tx, { ...place, fingerprint, label: incoming.label })
    return (await listTakes(projectId, sceneId, tx)).find(
      (own) => own.slot === slot && own.fingerprint === fingerprint,
    )
  })
  if (!take) throw noTake()
  const url = slotUrl(projectId, sceneId, slot, fingerprint)
  return { ...takeView(take), url, asset: { fingerprint, recipe, facts } }
}

/**
 * Throws a take away; its file stays for a while, and so does its address. Throws `not_found`, and `conflict` for the
 * one that the film uses.
 */
export async function deleteTake(key: TakeKey): Promise<void> {
  await inTransaction(async (tx) => {
    const project = await lockProject(tx, key.projectId)
    const state = await stateOfTake(tx, key)
    if (state === 'none') throw noTake()
    if (state === 'discarded') return
    if (await isChosen(tx, key, project.revision)) {
      throw new StudioError('conflict', 'The film uses this take. Choose another one, then delete it.')
    }
    await discardTake(tx, key)
    await announceProject(tx, project)
  })
}

/** Throws `not_found` once it was swept. */
export async function bringBackTake(key: TakeKey): Promise<void> {
  await inTransaction(async (tx) => {
    const project = await lockProject(tx, key.projectId)
    if ((await stateOfTake(tx, key)) === 'none') throw noTake()
    // A page learns of it as of a new one; its place among the older ones it has to ask for.
    if (await restoreTake(tx, key)) await announceProject(tx, project)
  })
}
