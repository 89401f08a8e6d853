/** Whether the studio can work, part by part, and what to do about each that cannot. */
import { env } from '@/lib/base/env'
import { errorShape } from '@/lib/base/errors'
import type { Engine } from '@/lib/engine/contract'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import { defaultEngines, listBuiltInEngines, listConnectedEngines } from '@/lib/engine/registry'
import { findFfmpeg } from '@/lib/media/ffmpeg'
import { filmFonts } from '@/lib/media/film-fonts'
import { storage } from '@/lib/storage/storage'
import { pausedSince } from '@/lib/task/line/store'
import { countRunners, pingDatabase } from '@/lib/task/presence'
import { countUnfinished } from '@/lib/task/store'
import { listConnections } from './engines'
import type { EngineHealth, Health, HealthPart } from './health-schema'

/** A part that says nothing for so long is as good as down. */
const PATIENCE_MS = 5_000
/** A film of some minutes, its clips and segments. */
const ROOM_BYTES = 1024 ** 3
const LEAST_BYTES = 100 * 1024 ** 2

type Finding = Omit<HealthPart, 'name'>
const ok = (detail: string, finding: Finding['finding'] = null): Finding => ({
  state: 'ok',
  detail,
  fix: null,
  finding,
})

const PARTS: Record<string, { check: () => Promise<Finding>; fix: string }> = {
  database: { check: database, fix: 'Start PostgreSQL, or check DATABASE_URL.' },
  runner: { check: runner, fix: 'Start a runner: npm start starts one beside the web process.' },
  queue: { check: queue, fix: 'Resume it on the page /queue, or with POST /api/queue/resume.' },
  ffmpeg: { check: ffmpeg, fix: 'Install ffmpeg, or set FFMPEG_PATH to a build with libx264 and libass.' },
  fonts: { check: fonts, fix: 'Run the font script again, or restore public/fonts/film.' },
  disk: {
    check: disk,
    fix:
      env.storage === 's3'
        ? `Check that the object storage at ${env.s3.endpoint} runs, and S3_BUCKET and its key.`
        : `Check that ${env.dataFolder} exists and can be written to.`,
  },
}

/** The studio is down when it could not make a film with the engines a new project starts with. */
export async function readHealth(): Promise<Health> {
  const own = Object.entries(PARTS).map(([name, { check, fix }]) => examine(name, check, fix))
  const needed = new Set(Object.values(await defaultEngines().catch(() => DRAFT_ENGINES)))
  // Without a database nobody knows of the remote engines, and the database's own part says why.
  const engines = (await listConnectedEngines().catch(listBuiltInEngines)).map((engine) =>
    examine(engine.identity, () => engineFinding(engine, needed.has(engine.identity)), ''),
  )
  const parts = await Promise.all([...own, ...engines])
  const states = new Set(parts.map((part) => part.state))
  return {
    status: states.has('down') ? 'down' : states.has('degraded') ? 'degraded' : 'ok',
    parts,
    engines: await remoteEngines().catch(() => []),
  }
}

async function remoteEngines(): Promise<EngineHealth[]> {
  const connected = (await listConnections()).filter(({ urls }) => urls.length > 0)
  return connected.map(({ service, kind, engine, addresses }) => ({
    service,
    kind: kind as EngineHealth['kind'],
    identity: engine?.identity ?? null,
    lastError: engine?.lastError ?? null,
    addresses,
  }))
}

async function examine(name: string, check: () => Promise<Finding>, fix: string): Promise<HealthPart> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<Finding>((resolve) => {
    const mute: Finding = { state: 'down', detail: 'It does not answer.', fix, finding: { code: 'silent' } }
    timer = setTimeout(resolve, PATIENCE_MS, mute)
  })
  try {
    return { name, ...(await Promise.race([check(), silence])) }
  } catch (error) {
    return { name, state: 'down', detail: errorShape(error).message, fix, finding: null }
  } finally {
    clearTimeout(timer)
  }
}

async function database(): Promise<Finding> {
  const ms = await pingDatabase()
  return ok(`answers in ${ms} ms`, { code: 'answers', ms })
}

async function runner(): Promise<Finding> {
  const count = await countRunners()
  const finding = { code: 'runners', count } as const
  if (count > 0) return ok(`${count} at work`, finding)
  return {
    state: 'down',
    detail: 'No runner is at work: tasks wait.',
    fix: PARTS.runner?.fix ?? null,
    finding,
  }
}

/** Somebody wanted it so; still, whoever waits for a film should see why nothing happens. */
async function queue(): Promise<Finding> {
  const [since, unfinished] = await Promise.all([pausedSince(), countUnfinished()])
  if (!since) return ok(`${unfinished} tasks in hand`, { code: 'inHand', count: unfinished })
  const sinceText = since.toISOString()
  return {
    state: 'degraded',
    detail: `Paused since ${sinceText}: ${unfinished} tasks wait.`,
    fix: PARTS.queue?.fix ?? null,
    finding: { code: 'paused', count: unfinished, since: sinceText },
  }
}

async function ffmpeg(): Promise<Finding> {
  return ok((await findFfmpeg()).version)
}

async function fonts(): Promise<Finding> {
  const families = await filmFonts('public/fonts/film', 'en')
  const count = families.length
  return ok(`${count} families for captions`, { code: 'families', count })
}

let measured: { at: number; bytes: Promise<number> } | undefined

/** Walking all files takes a while in a full studio: once a minute is enough. */
function bytesUsed(): Promise<number> {
  if (!measured || Date.now() - measured.at > 60_000) {
    const bytes = storage().bytesUsed()
    measured = { at: Date.now(), bytes }
    // A storage that was away for a moment is asked again at once.
    bytes.catch(() => {
      measured = undefined
    })
  }
  return measured.bytes
}

async function disk(): Promise<Finding> {
  const [used, free] = await Promise.all([bytesUsed(), storage().bytesFree()])
  const detail = `${inGigabytes(used)} GB used${free === null ? '' : `, ${inGigabytes(free)} GB free`}`
  const finding = { code: 'space', usedBytes: used, freeBytes: free } as const
  if (free === null || free > ROOM_BYTES) return ok(detail, finding)
  return {
    state: free > LEAST_BYTES ? 'degraded' : 'down',
    detail,
    finding,
    fix: 'Free some space on the disk, or set DATA_DIR to a larger one.',
  }
}

const inGigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1)

async function engineFinding(engine: Engine, isNeeded: boolean): Promise<Finding> {
  const { state, message, fix } = await engine.check()
  const finding = { code: 'engine', kind: engine.kind, state, message } as const
  if (state === 'ready') return ok(engine.kind, finding)
  const isDown = isNeeded && state === 'unavailable'
  return { state: isDown ? 'down' : 'degraded', detail: `${engine.kind}: ${message || state}`, fix, finding }
}
