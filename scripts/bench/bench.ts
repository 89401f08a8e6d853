/**
 * `npm run bench`: the figures the studio promises, each with both sides in one run. Prints a table; asserts nothing,
 * since a busy machine is no defect.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { copyTemplate, openTestServer } from '../start/test-databases.mjs'
import { countWork } from './database'
import { runFilm } from './film-run'

const STORY = 'examples/stories/lighthouse.en.txt'
const SCENES = 6

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'studio-bench-'))
  const server = await openTestServer(process.cwd())
  const [first, second] = await Promise.all(
    ['first', 'second'].map((name) => copyTemplate(server, `${server.prefix}${name}`)),
  )
  if (!first || !second) throw new Error('no databases')
  try {
    const fresh = await runFilm({
      story: STORY,
      folder: path.join(folder, 'a'),
      databaseUrl: first,
      scenes: SCENES,
    })
    const tasksBefore = await countWork(first)
    const again = await runFilm({
      story: STORY,
      folder: path.join(folder, 'a'),
      databaseUrl: first,
      scenes: SCENES,
    })
    const tasksAgain = (await countWork(first)) - tasksBefore
    const other = await runFilm({
      story: STORY,
      folder: path.join(folder, 'b'),
      databaseUrl: second,
      scenes: SCENES,
    })
    console.log(`story to film, ${SCENES} scenes, ${os.availableParallelism()} cores`)
    row('film', `${fresh.filmS.toFixed(1)} s`)
    row(
      'text to film',
      `${fresh.wallS.toFixed(1)} s`,
      `${(fresh.wallS / fresh.filmS).toFixed(2)} x the film (goal < 2)`,
    )
    row(
      'peak memory',
      `${Math.round(fresh.peakBytes / 1e6)} MB`,
      'command, its children and Postgres (goal < 1000 MB)',
    )
    row('again, unchanged', `${again.wallS.toFixed(2)} s`, `${tasksAgain} tasks run (goal 0, < 2 s)`)
    row(
      'two databases',
      fresh.digest === other.digest ? 'same bytes' : 'BYTES DIFFER',
      fresh.digest.slice(0, 12),
    )
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const row = (name: string, figure: string, note = ''): void =>
  console.log(`  ${name.padEnd(20)} ${figure.padStart(14)}   ${note}`)

await main()
process.exit(0)
