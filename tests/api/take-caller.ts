/** Calls the studio's own routes of takes as a page does, through the route handlers themselves. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import * as restore from '@/app/api/projects/[id]/scenes/[sceneId]/takes/[slot]/[fingerprint]/restore/route'
import * as take from '@/app/api/projects/[id]/scenes/[sceneId]/takes/[slot]/[fingerprint]/route'
import * as takes from '@/app/api/projects/[id]/scenes/[sceneId]/takes/[slot]/route'
import { listTakes, type Take } from '@/lib/asset/takes'
import { db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { editStoryboard } from '@/lib/project/edit'
import { getProject } from '@/lib/project/store'
import { operationSchema } from '@/lib/storyboard/operations'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import type { TestStudio } from '@/tests/kit/studio'
import { getFile, type Json } from './caller'

export interface SmallFilm {
  id: string
  scenes: string[]
}

export const boardOf = async (id: string): Promise<Storyboard> =>
  (await getRevision(id, (await getProject(id)).revision)).storyboard

/** A film of a scene a sentence, made. */
export async function aFilm(studio: TestStudio, story: string): Promise<SmallFilm> {
  const id = await studio.makeProject(story)
  await studio.ended((await studio.start(id)).id)
  return { id, scenes: (await boardOf(id)).scenes.map((scene) => scene.id) }
}

/** A slot of the film's first scene, unless another is named. */
export interface Place {
  slot?: Slot
  scene?: number
}
const sceneIdOf = (film: SmallFilm, { scene = 0 }: Place): string => film.scenes[scene] ?? `scene-${scene}`

export interface Answer {
  status: number
  body: Json
}
async function answerOf(response: Promise<Response>): Promise<Answer> {
  const { status } = await response
  const text = await (await response).text()
  return { status, body: text ? JSON.parse(text) : null }
}

export type FileBody = Uint8Array | string | ReadableStream | null

export interface Sending extends Place {
  name?: string
  headers?: Record<string, string>
  signal?: AbortSignal
  /** In the place of what the path would hold. */
  params?: Partial<Record<'id' | 'sceneId' | 'slot', string>>
}

export function upload(film: SmallFilm, body: FileBody, sending: Sending = {}): Promise<Answer> {
  const { slot = 'frame', name = 'mine.png', headers, signal = null, params } = sending
  const request = new Request('http://localhost:3000/api', {
    method: 'PUT',
    headers: { 'X-File-Name': encodeURIComponent(name), ...headers },
    body: body as BodyInit | null,
    signal,
    duplex: 'half',
  } as RequestInit)
  const path = { id: film.id, sceneId: sceneIdOf(film, sending), slot, ...params }
  return answerOf(takes.PUT(request, { params: Promise.resolve(path) }))
}

const paramsOf = (film: SmallFilm, fingerprint: string, place: Place) =>
  Promise.resolve({
    id: film.id,
    sceneId: sceneIdOf(film, place),
    slot: place.slot ?? 'frame',
    fingerprint,
  })

export function discard(film: SmallFilm, fingerprint: string, place: Place = {}): Promise<Answer> {
  const request = new Request('http://localhost:3000/api', { method: 'DELETE' })
  return answerOf(take.DELETE(request, { params: paramsOf(film, fingerprint, place) }))
}

export function bringBack(film: SmallFilm, fingerprint: string, place: Place = {}): Promise<Answer> {
  const request = new Request('http://localhost:3000/api', { method: 'POST' })
  return answerOf(restore.POST(request, { params: paramsOf(film, fingerprint, place) }))
}

/** Chooses a take by hand, or with null lets the recipe choose again, as the page does. */
export async function pin(film: SmallFilm, value: string | null, place: Place = {}): Promise<void> {
  const { slot = 'frame' } = place
  const sceneId = sceneIdOf(film, place)
  const before = (await boardOf(film.id)).scenes.find((scene) => scene.id === sceneId)?.pins[slot] ?? null
  const edits = [{ field: `pins.${slot}`, value, before }]
  const operation = operationSchema.parse({ type: 'scene.update', sceneId, edits })
  await editStoryboard(film.id, operation, { client: 'writer' })
}

export const takesOf = async (film: SmallFilm, place: Place = {}): Promise<Take[]> =>
  (await listTakes(film.id, sceneIdOf(film, place))).filter((take) => take.slot === (place.slot ?? 'frame'))

export const bytesOf = async (url: string): Promise<Buffer> =>
  Buffer.from(await (await getFile(url)).arrayBuffer())

export async function savedFile(url: string): Promise<string> {
  const file = path.join(env.dataFolder, path.basename(url))
  await fs.writeFile(file, await bytesOf(url))
  return file
}

/** Red, green and blue of a picture's pixels. */
export async function pixelsOf(url: string) {
  const picture = await loadImage(await bytesOf(url))
  const ink = createCanvas(picture.width, picture.height).getContext('2d')
  ink.drawImage(picture, 0, 0)
  return {
    width: picture.width,
    height: picture.height,
    at: (x: number, y: number): number[] => [...ink.getImageData(x, y, 1, 1).data.slice(0, 3)],
  }
}

/** What an upload that comes to nothing must leave as it was. */
export async function everythingOf(film: SmallFilm) {
  const temporary = await fs.readdir(path.join(env.dataFolder, 'tmp'))
  return {
    takes: await db().take.count(),
    assets: await db().asset.count(),
    revision: (await getProject(film.id)).revision,
    temporary: temporary.filter((name) => name.startsWith('upload-')),
  }
}
