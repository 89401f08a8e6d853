/**
 * `npm run bench`: the figures the studio promises, each with both sides in one run. Prints a table; asserts nothing,
 * since a busy machine is no defect.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buildPages } from '../start/build.mjs'
import { copyTemplate, openTestServer } from '../start/test-databases.mjs'
import { serveForTests } from '../test/serve.mjs'
import { countWork } from './database'
import { benchEditor, editorRows } from './editor/editor-bench'
import { runFilm } from './film-run'
import { benchShare, shareRows } from './share/share-bench'

const STORY = 'examples/stories/lighthouse.en.txt'
const SCENES = 6
/** The step itself is told of by the bench. */
const UNTOLD = { run: (_title: string, work: () => Promise<void>) => work(), note: () => undefined }

async function benchFilm(): Promise<void> {
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

const PARTS: Record<string, () => Promise<void>> = {
  film: benchFilm,
  editor: benchPages,
  share: benchShared,
}

async function benchPages(): Promise<void> {
  await buildPages(process.cwd(), UNTOLD)
  const studio = await serveForTests(process.cwd())
  try {
    console.log(`the editor, ${os.availableParallelism()} cores`)
    for (const figures of await benchEditor(studio.address)) {
      for (const [name, figure, note] of editorRows(figures)) row(name, figure, note)
    }
  } finally {
    await studio.stop()
  }
}

async function benchShared(): Promise<void> {
  await buildPages(process.cwd(), UNTOLD)
  const studio = await serveForTests(process.cwd())
  try {
    console.log(`a shared film, ${os.availableParallelism()} cores`)
    for (const [name, figure, note] of shareRows(await benchShare(studio.address))) row(name, figure, note)
  } finally {
    await studio.stop()
  }
}

/** `npm run bench` runs all parts, `npm run bench -- editor` one. */
const asked = process.argv.slice(2)
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const bench = PARTS[part]
  if (!bench) throw new Error(`npm run bench -- [${Object.keys(PARTS).join(' | ')}]`)
  await bench()
}
process.exit(0)
