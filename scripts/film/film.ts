/**
 * `npm run film`: a story into a film from the command line, through the same pipeline as the pages, with a runner of
 * its own and without the web process. Exit codes: 0 done, 1 failed, 2 wrong input, 130 interrupted.
 */
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { invalidInput, isStudioError } from '@/lib/base/errors'
import { holdLifeline } from '@/lib/base/lifeline'
import { log } from '@/lib/base/log'
import type { Manifest } from '@/lib/plan/manifest'
import { cancelTask } from '@/lib/production/target'
import { compareWith } from '@/lib/project/bundle/compare'
import { rebuildFilm } from '@/lib/project/bundle/rebuild'
import { createProject } from '@/lib/project/service'
import { findFilms } from '@/lib/project/store'
import { startRunner } from '@/lib/runner/runner'
import { setPaused } from '@/lib/task/line/store'
import { readFrom, reportOf } from './again'
import { type FilmArgs, readArgs, readBrief, USAGE } from './args'
import { saveFilm } from './save'
import { watchTarget } from './watch'

async function readStory(name: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  return readFile(name, 'utf8').catch((error) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw invalidInput([{ field: 'STORY', expected: `${reason}: ${name}` }])
  })
}

async function run(args: FilmArgs): Promise<number> {
  const brief = readBrief(args, args.story === null ? '—' : await readStory(args.story))
  const out = path.resolve(args.out)
  await mkdir(path.dirname(out), { recursive: true })
  const begunMs = performance.now()
  if (args.resume) await setPaused(false)
  const runner = await startRunner()
  try {
    const startedAt = new Date()
    const manifest = args.from === null ? null : await readFrom(args.from)
    const { projectId, targetId } = manifest
      ? await rebuildFilm(manifest)
      : await createProject(brief, { make: 'film', hidden: true })
    let isInterrupted = false
    process.once('SIGINT', () => {
      isInterrupted = true
      void cancelTask(targetId)
    })
    const target = await watchTarget(targetId, args.json)
    if (target.status === 'done') {
      await saveFilm(projectId, out, { json: args.json, ms: Math.round(performance.now() - begunMs) })
      if (manifest) await report(manifest, projectId, startedAt, args.json)
      return 0
    }
    process.stderr.write(
      `${target.status === 'cancelled' ? 'Cancelled' : `Failed: ${target.error?.message}`}\n`,
    )
    process.stderr.write('What was made is kept: the same command goes on from there.\n')
    return isInterrupted ? 130 : 1
  } finally {
    await runner.stop()
  }
}

async function report(
  manifest: Manifest,
  projectId: string,
  startedAt: Date,
  isJson: boolean,
): Promise<void> {
  const compared = await compareWith(manifest, startedAt)
  const [film] = await findFilms([projectId])
  const own = compared.find((item) => item.fingerprint === manifest.fingerprint)
  const isSame =
    film?.fingerprint === manifest.fingerprint && (!own || own.likeness === 'same' || own.likeness === 'kept')
  const text = isJson ? JSON.stringify({ identical: isSame, assets: compared }) : reportOf(compared, isSame)
  process.stdout.write(`${text}\n`)
}

async function main(): Promise<number> {
  // The bar speaks for itself; a named level is obeyed.
  if (!process.env.LOG_LEVEL) log.level = 'silent'
  try {
    const args = readArgs(process.argv.slice(2))
    if (args === null) {
      process.stdout.write(`${USAGE}\n`)
      return 0
    }
    return await run(args)
  } catch (error) {
    if (isStudioError(error)) {
      process.stderr.write(`${error.userMessage}\n`)
      if (error.code === 'invalid_input') process.stderr.write('npm run film -- --help shows every option.\n')
      return error.code === 'invalid_input' ? 2 : 1
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
    return 1
  }
}

holdLifeline(() => process.exit(1))
process.exit(await main())
