/** Services that die, lie, stall and come back, and the film that is made all the same. */
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findAsset } from '@/lib/asset/store'
import { db } from '@/lib/base/db'
import { changeConnection } from '@/lib/engine/connection/connections'
import { refreshEngines } from '@/lib/engine/connection/refresh'
import { KIND_OF, SERVICES, type Service } from '@/lib/engine/connection/schema'
import { listEngineRows } from '@/lib/engine/connection/store'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import { probeMedia } from '@/lib/media/probe'
import type { Manifest } from '@/lib/plan/manifest'
import { loadPlan } from '@/lib/production/lookup'
import { findFilms, getProject } from '@/lib/project/store'
import { storage } from '@/lib/storage/storage'
import { type Scene, type Settings, SLOTS, type Slot } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { listFailures, listWork, type TaskRow } from '@/lib/task/store'
import { imagesService } from '@/tests/kit/services/images'
import { ollamaService } from '@/tests/kit/services/ollama'
import type { Fault, TestService } from '@/tests/kit/services/service'
import { speechService } from '@/tests/kit/services/speech'
import { videosService } from '@/tests/kit/services/videos'
import { openStudio, retryAtOnce, type TestStudio } from '@/tests/kit/studio'

// What a studio waits half a minute for, these tests wait a second for.
vi.mock('@/lib/engine/remote/patience', () => ({ CONNECT_MS: 5_000, SILENCE_MS: 1_000, BODY_MS: 1_500 }))
// Never still for long, and not done in time.
const TOO_SLOW: Fault = { kind: 'drip', everyMs: 100, pieces: 40 }
const SLOW: Fault = { kind: 'drip', everyMs: 50, pieces: 8 }

const STORY = [
  'Old Tomas lit the lamp of the lighthouse at dusk.',
  'A storm came in over the grey sea.',
  'Mara saw a small boat with a torn sail.',
  'In the morning the harbour was quiet again.',
].join(' ')

let studio: TestStudio
let services: Record<Service, TestService>
let engines: Settings['engines']

beforeAll(async () => {
  studio = await openStudio()
  await retryAtOnce()
  services = {
    ollama: await ollamaService(),
    images: await imagesService({ paceMs: 20 }),
    videos: await videosService({ paceMs: 50 }),
    speech: await speechService(),
  }
  for (const service of SERVICES)
    await changeConnection(service, { urls: [services[service].url], model: null })
  await refreshEngines({ force: true })
  const rows = await listEngineRows()
  const identities = rows.map(({ service, identity }) => [KIND_OF[service], identity])
  expect(identities).toHaveLength(4)
  engines = { score: DRAFT_ENGINES.score, ...Object.fromEntries(identities) }
})
afterEach(() => {
  for (const service of SERVICES) services[service].spoil(() => undefined)
})
afterAll(async () => {
  await studio.close()
  for (const service of SERVICES) await services[service].close()
})

/** A storyboard that is written, so that every scene's seeds are known before anything is made of them. */
async function written(story: string): Promise<{ id: string; scenes: Scene[] }> {
  const id = await studio.makeProject(story, (brief) => {
    brief.settings.engines = engines
    brief.sceneCount = 4
  })
  const target = await studio.ended((await studio.start(id, 'storyboard')).id)
  expect(target).toMatchObject({ status: 'done', error: null })
  return { id, scenes: (await boardOf(id)).storyboard.scenes }
}

const boardOf = async (id: string) => getRevision(id, (await getProject(id)).revision)

const workOf = async (target: string, type?: string): Promise<TaskRow[]> =>
  (await listWork(db(), target)).filter((row) => type === undefined || row.type === type)

interface Made {
  manifest: Manifest
  work: TaskRow[]
  scenes: Scene[]
}

/** The finished film: whole, as long as its manifest says, with an asset behind every scene. */
async function finished(id: string, targetId: string): Promise<Made> {
  expect(await studio.ended(targetId)).toMatchObject({ status: 'done', error: null })
  const [film] = await findFilms([id])
  if (!film) throw new Error('there is no film')
  const manifest = film.manifest as unknown as Manifest
  const asset = await findAsset(film.fingerprint.trim())
  const folder = mkdtempSync(path.join(os.tmpdir(), 'film-with-faults-'))
  const media = await probeMedia(await storage().fetchTo(asset?.key ?? '', folder, 'film.mp4'), {
    countFrames: true,
  })
  expect(media.video).toMatchObject({ width: 128, height: 72 })
  expect(Math.abs((media.video?.frames ?? 0) - (manifest.durationMs / 1_000) * 24)).toBeLessThan(4)
  expect(media.audio).not.toBeNull()
  expect(Math.abs(media.durationMs - manifest.durationMs)).toBeLessThan(100)
  const { scenes } = (await boardOf(id)).storyboard
  expect(manifest.scenes.map(({ sceneId }) => sceneId)).toEqual(scenes.map((scene) => scene.id))
  for (const scene of manifest.scenes) {
    expect(Object.keys(scene.assets).toSorted()).toEqual(
      expect.arrayContaining(['clip', 'frame', 'narration', 'segment']),
    )
  }
  return { manifest, work: await workOf(targetId), scenes }
}

/** What goes wrong once with each scene: an answer for one picture, clip or line never uses up the tries of another. */
const ONCE: Record<Slot, Fault[]> = {
  frame: [
    { kind: 'truncated' },
    { kind: 'wrong-size' },
    { kind: 'status', status: 500 },
    { kind: 'says', text: '' },
  ],
  clip: [{ kind: 'cut' }, { kind: 'truncated' }, { kind: 'wrong-size' }, { kind: 'says', text: '' }],
  narration: [{ kind: 'silence' }, { kind: 'truncated' }, { kind: 'status', status: 500 }, TOO_SLOW],
}
const SERVICE_OF = { frame: 'images', clip: 'videos', narration: 'speech' } as const

/** Faults that wait to be met, by seed. */
function troubleOnce(
  service: { spoil(by: (seed: number | undefined) => Fault | undefined): void },
  slot: Slot,
  scenes: readonly { seeds: Record<Slot, number> }[],
): Map<number | undefined, Fault> {
  const trouble = new Map<number | undefined, Fault>(
    ONCE[slot].map((fault, i) => [scenes[i]?.seeds[slot], fault]),
  )
  service.spoil((seed) => {
    const fault = trouble.get(seed)
    trouble.delete(seed)
    return fault
  })
  return trouble
}

const triesOf = (work: readonly TaskRow[], type: Slot): number =>
  work.filter((row) => row.type === type).reduce((sum, row) => sum + row.attempt + 1, 0)

describe('a film by services that fail', () => {
  it('loses nothing when one dies amid its work, comes back, and every one fails in every way once', async () => {
    services.ollama.fail({ kind: 'status', status: 500 }, { kind: 'cut' })
    const { id, scenes } = await written(STORY)
    expect(scenes).toHaveLength(4)
    services.images.fail({ kind: 'die' })
    services.videos.fail(SLOW)
    services.speech.fail(SLOW)
    const left = SLOTS.map((slot) => troubleOnce(services[SERVICE_OF[slot]], slot, scenes))
    const target = await studio.start(id)
    // With its service gone every picture that is not made waits, whatever it was doing.
    const away = await studio.signals.first(async () => {
      const frames = await workOf(target.id, 'frame')
      const left = frames.filter(({ status }) => status !== 'done')
      const isAway = (row: TaskRow) =>
        row.status === 'pending' && (row.payload as { waitingFor?: string }).waitingFor === engines.frame
      return left.length > 0 && left.every(isAway) ? left : null
    })
    expect(away.map((row) => row.error)).toEqual(away.map(() => null))
    await services.images.comeBack()
    await refreshEngines({ force: true })

    const { manifest, work } = await finished(id, target.id)
    // One picture may have been settled before the service died, and a slow answer is trouble of its own.
    for (const trouble of left) expect(trouble.size).toBeLessThanOrEqual(1)
    for (const service of SERVICES) expect([service, services[service].faultsLeft()]).toEqual([service, 0])
    for (const scene of manifest.scenes) {
      const { frame, clip, narration } = engines
      expect(scene).toMatchObject({ engines: { frame, clip, narration }, fallbacks: [] })
    }
    // Every useless answer cost an attempt, and no task came to an end by it.
    for (const row of work) expect(row).toMatchObject({ status: 'done', error: null })
    expect(work.filter(({ type }) => type === 'frame')).toHaveLength(scenes.length)
    for (const [i, slot] of SLOTS.entries()) {
      const trouble = ONCE[slot].length - (left[i]?.size ?? 0)
      expect(triesOf(work, slot)).toBeGreaterThanOrEqual(scenes.length + trouble)
    }
  })

  it('is finished by draft engines where nothing comes right, and plan, manifest and tasks say why', async () => {
    const { id, scenes } = await written(`${STORY} The gulls came home.`)
    const bad: Record<Slot, [Service, Fault, RegExp][]> = {
      frame: [
        ['images', { kind: 'truncated' }, /truncated PNG/],
        ['images', { kind: 'wrong-size' }, /96x32 instead of/],
        ['images', { kind: 'status', status: 500 }, /The model failed/],
      ],
      clip: [
        ['videos', { kind: 'truncated' }, /clip that cannot be read/],
        ['videos', { kind: 'wrong-size' }, /clip of 1 pictures/],
        ['videos', { kind: 'says', text: '' }, /ran out of memory/],
      ],
      narration: [
        ['speech', { kind: 'silence' }, /silence/],
        ['speech', { kind: 'truncated' }, /whole WAV/],
        ['speech', TOO_SLOW, /did not finish its answer in time/],
      ],
    }
    for (const slot of SLOTS) {
      const spoilt = new Map(bad[slot].map(([, fault], i) => [scenes[i]?.seeds[slot], fault]))
      const [service] = bad[slot][0] ?? []
      if (service) services[service].spoil((seed) => spoilt.get(seed))
    }
    const target = await studio.start(id)
    const { manifest, work } = await finished(id, target.id)

    const { plan } = await loadPlan({
      projectId: id,
      board: (await boardOf(id)).storyboard,
      failures: await listFailures(target.id),
    })
    for (const [i, scene] of manifest.scenes.entries()) {
      for (const slot of SLOTS) {
        const message = bad[slot][i]?.[2]
        const fallback = scene.fallbacks.find((one) => one.slot === slot)
        const planned = plan.board.find(({ sceneId }) => sceneId === scene.sceneId)?.slots[slot]
        if (!message) {
          expect([fallback, planned?.fallback]).toEqual([undefined, null])
          expect(scene.engines[slot]).toBe(engines[slot])
          continue
        }
        expect(fallback?.reason).toMatch(message)
        expect(planned?.fallback).toMatchObject({ code: 'engine_failed', message: fallback?.reason })
        expect(scene.engines[slot]).toBe(DRAFT_ENGINES[slot])
      }
    }
    const failed = work.filter(({ status }) => status === 'error')
    expect(failed).toHaveLength(9)
    for (const row of failed) {
      expect(row).toMatchObject({ error: { code: 'engine_failed' } })
      // Each was tried as often as a task may be, beside what was only given back.
      expect(row.attempt).toBeGreaterThanOrEqual(3)
    }
    for (const row of work) expect(['done', 'error']).toContain(row.status)
  })
})
