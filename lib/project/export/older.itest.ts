import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationSchema } from '@/lib/storyboard/operations'
import { getRevision } from '@/lib/storyboard/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { editStoryboard } from '../edit'
import { getProject } from '../store'
import { listExports, startExport } from './service'

let studio: TestStudio
let projectId: string

beforeAll(async () => {
  studio = await openStudio()
  projectId = await studio.makeProject('A lamp went out. Somebody lit it again.')
  await render()
})
afterAll(() => studio.close())

async function render(): Promise<void> {
  expect(await studio.ended((await studio.start(projectId)).id)).toMatchObject({ status: 'done' })
}

/** Gives the line that it had before. */
async function reword(value: string): Promise<string> {
  const { storyboard } = await getRevision(projectId, (await getProject(projectId)).revision)
  const [scene] = storyboard.scenes
  const before = scene?.narration ?? ''
  const edits = [{ field: 'narration', value, before }]
  const operation = operationSchema.parse({ type: 'scene.update', sceneId: scene?.id, edits })
  await editStoryboard(projectId, operation, { client: 'writer' })
  return before
}

const FORMATS = ['mp4', 'mp3', 'pdf', 'zip'] as const

/** What each file is marked as. */
const marks = async () =>
  Object.fromEntries((await listExports(projectId)).map(({ format, older }) => [format, older]))

test('a file says what of it is older than the project, until it is made anew', async () => {
  const makeAll = async () => {
    for (const format of FORMATS) {
      await studio.ended((await startExport(projectId, { format })).id)
    }
  }
  await makeAll()
  expect(await marks()).toEqual({ mp4: null, mp3: null, pdf: null, zip: null })

  const before = await reword('Nobody ever lit it again.')
  expect(await marks()).toEqual({ mp4: null, mp3: null, pdf: 'storyboard', zip: 'storyboard' })
  await reword(before)
  expect(await marks(), 'changed and changed back').toEqual({ mp4: null, mp3: null, pdf: null, zip: null })

  await reword('Nobody ever lit it again.')
  await render()
  expect(await marks()).toEqual({ mp4: 'film', mp3: 'film', pdf: 'storyboard', zip: 'storyboard' })
  const older = await listExports(projectId)
  await makeAll()
  const all = await listExports(projectId)
  const newer = all.filter(({ id }) => !older.some((one) => one.id === id))
  expect(newer.map((one) => [one.format, one.older]).toSorted()).toEqual(
    FORMATS.map((format) => [format, null]).toSorted(),
  )
  expect(newer.every((one) => one.file && Date.parse(one.file.madeAt) > 0)).toBe(true)
  expect(all.filter(({ older: what }) => what !== null)).toHaveLength(4)
})
