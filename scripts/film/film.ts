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
import { type Rebuild, rebuildFilm } from '@/lib/project/rebuild/rebuild'
import { createProject } from '@/lib/project/service'
import { startRunner } from '@/lib/runner/runner'
import { setPaused } from '@/lib/task/line/store'
import { readFrom } from './again'
import { type FilmArgs, readArgs, readBrief, USAGE } from './args'
import { compareFilm, type Report, reportOf } from './report'
import { saveFilm } from './save'
import { watchTarget } from './watch'

async function readStory(name: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  return readFile(name, 'utf8').catch((error) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    throw invalidInput([{ field: 'STORY', expected: `${reason}: ${name}` }])
  })
}

interface Started {
  projectId: string
  targetId: string
  /** Of a film that is made again. */
  again?: { manifest: Manifest; rebuild: Rebuild }
}

/** Reads and checks all that was named before anything is changed. Answers what starts the film. */
async function prepare(args: FilmArgs): Promise<() => Promise<Started>> {
  if (args.from === null) {
    const brief = readBrief(args, await readStory(args.story ?? '-'))
    return () => createProject(brief, { make: 'film', hidden: true })
  }
  const { manifest, takeUploads } = await readFrom(args.from)
  return async () => {
    await takeUploads()
    const rebuild = await rebuildFilm(manifest)
    return { ...rebuild, again: { manifest, rebuild } }
  }
}

async function run(args: FilmArgs): Promise<number> {
  const start = await prepare(args)
  const out = path.resolve(args.out)
  await mkdir(path.dirname(out), { recursive: true })
  const begunMs = performance.now()
  const runner = await startRunner()
  try {
    const { projectId, targetId, again } = await start()
    if (args.resume) await setPaused(false)
    let isInterrupted = false
    process.once('SIGINT', () => {
      isInterrupted = true
      void cancelTask(targetId)
    })
    const target = await watchTarget(targetId, args.json)
    if (target.status === 'done') {
      const ms = Math.round(performance.now() - begunMs)
      const made = await saveFilm(projectId, out, { ...args, ms, first: again?.manifest })
      if (again) report(await compareFilm(again.manifest, made, again.rebuild), args.json)
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

function report(found: Report, isJson: boolean): void {
  process.stdout.write(`${isJson ? JSON.stringify(found) : reportOf(found)}\n`)
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
