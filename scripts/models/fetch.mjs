/** From the list of models to the files on the disk. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { isWanted } from './catalogue.mjs'
import { downloadFile, isGenuine, sizeOf } from './download.mjs'
import { FetchFailure } from './failure.mjs'
import { shownBytes } from './progress.mjs'

const AT_ONCE = 2
/** What a disk keeps beside the models. */
const RESERVE_BYTES = 1e9
/** What the services read: the commit of everything in the folder. Written last, so that it stands for whole folders. */
const REVISION = 'REVISION'
/** Sizes and checksums of what was fetched, to check again without a network. */
const RECORD = '.fetched.json'

/** `[{ model, commit, files, missing }]`: what each model consists of, and what of it is not on the disk. */
export async function planFetch(models, { hub, root, isStrict = false }) {
  const plans = []
  for (const model of models) {
    const commit = await hub.resolve(model.repository, model.revision)
    const listed = await hub.list(model.repository, commit)
    const files = listed.filter((file) => isWanted(file.path, model.files))
    const lacking = model.files.filter(
      (name) => !name.includes('*') && !files.some((file) => file.path === name),
    )
    if (files.length === 0 || lacking.includes('model_index.json')) {
      throw new FetchFailure(
        `${model.repository} at ${commit.slice(0, 12)} has no ${lacking.join(', ') || 'files'}.`,
      )
    }
    const folder = path.join(root, model.folder)
    const record = await readRecord(folder)
    const isThere = async (file) => {
      const target = path.join(folder, file.path)
      const known = record[file.path]
      if (!isStrict && known && known === checksumOf(file)) return (await sizeOf(target)) === file.size
      return isGenuine(target, file)
    }
    const missing = []
    for (const file of files) if (!(await isThere(file))) missing.push(file)
    plans.push({ model, commit, folder, files, missing })
  }
  return plans
}

const checksumOf = ({ sha256, gitSha1 }) => sha256 ?? gitSha1

async function readRecord(folder) {
  const text = await fs.readFile(path.join(folder, RECORD), 'utf8').catch(() => '{}')
  return JSON.parse(text).files ?? {}
}

/** Bytes still to come, what broken-off tries left taken off. */
export async function bytesToCome(plans) {
  let bytes = 0
  for (const { folder, missing } of plans) {
    for (const file of missing) bytes += file.size - (await sizeOf(`${path.join(folder, file.path)}.part`))
  }
  return Math.max(0, bytes)
}

export async function needRoom(root, bytes) {
  await fs.mkdir(root, { recursive: true })
  const { bavail, bsize } = await fs.statfs(root)
  const free = bavail * bsize
  if (free >= bytes + RESERVE_BYTES) return
  throw new FetchFailure(
    `${root} has ${shownBytes(free)} free; ${shownBytes(bytes)} are to come and 1 GB should stay. Free some space, or set MODEL_DIR.`,
  )
}

/** Fetches what is missing, two files at once. The first failure ends them all; what has come stays for the next run. */
export async function fetchAll(plans, { hub, onBytes, more = {} }) {
  const jobs = plans.flatMap((plan) => plan.missing.map((file) => ({ plan, file })))
  const stop = new AbortController()
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { plan, file } = job
      const read = (start, signal) => hub.read(plan.model.repository, plan.commit, file.path, start, signal)
      const target = path.join(plan.folder, file.path)
      await downloadFile({ file, target, read, onBytes, signal: stop.signal, ...more })
    }
  }
  const works = Array.from({ length: AT_ONCE }, () => work().catch(fail))
  function fail(error) {
    stop.abort(new FetchFailure('ended with the file beside it'))
    throw error
  }
  const ended = await Promise.allSettled(works)
  const failed = ended.find(({ status, reason }) => status === 'rejected' && reason !== stop.signal.reason)
  if (failed) throw failed.reason
  for (const plan of plans) await finish(plan)
}

async function finish({ folder, commit, files, model }) {
  const record = Object.fromEntries(files.map((file) => [file.path, checksumOf(file)]))
  const about = { repository: model.repository, commit, files: record }
  await fs.writeFile(path.join(folder, RECORD), `${JSON.stringify(about, null, 2)}\n`)
  await fs.writeFile(path.join(folder, `${REVISION}.part`), `${commit}\n`)
  await fs.rename(path.join(folder, `${REVISION}.part`), path.join(folder, REVISION))
}
