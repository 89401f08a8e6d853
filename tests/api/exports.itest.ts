import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as files from '@/app/api/projects/[id]/exports/[exportId]/file/route'
import * as exporting from '@/app/api/projects/[id]/exports/route'
import { closeDb, db } from '@/lib/base/db'
import { LENGTH_HEADER } from '@/lib/base/http-file'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { type Answer, getTask } from './caller'
import { aFilm, type SmallFilm } from './take-caller'

let studio: TestStudio
let film: SmallFilm

beforeAll(async () => {
  studio = await openStudio()
  film = await aFilm(studio, 'A bell rang twice. The ferry left.')
  expect((await studio.ended((await studio.start(film.id)).id)).status).toBe('done')
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

const ADDRESS = 'http://localhost:3000/api/projects'

async function ask(id: string, body: unknown): Promise<Answer> {
  const request = new Request(`${ADDRESS}/${id}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const response = await exporting.POST(request, { params: Promise.resolve({ id }) })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const fetchFile = (id: string, exportId: string, headers: Record<string, string> = {}): Promise<Response> =>
  files.GET(new Request(`${ADDRESS}/${id}/exports/${exportId}/file`, { headers }), {
    params: Promise.resolve({ id, exportId }),
  })

describe('an export over HTTP', () => {
  it('is asked for, told by its task, and fetched with a name and in ranges', async () => {
    const { status, body } = await ask(film.id, { format: 'mp4', shortSide: 144 })
    expect(status).toBe(202)
    expect(body).toMatchObject({ format: 'mp4', width: 256, height: 144, task: { type: 'export' } })
    await studio.ended(body.id)
    const told = await getTask(body.id)
    expect(told.body).toMatchObject({ type: 'export', status: 'done', progress: 1 })
    expect(told.body.result.file).toBe(`/api/projects/${film.id}/exports/${body.id}/file`)

    const whole = await fetchFile(film.id, body.id)
    expect(whole.headers.get('content-type')).toBe('video/mp4')
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]*256x144\.mp4"/)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(bytes.length).toBe(Number(whole.headers.get(LENGTH_HEADER)))
    const part = await fetchFile(film.id, body.id, { range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
  })

  it('is listed with its file', async () => {
    const request = new Request(`${ADDRESS}/${film.id}/exports`)
    const response = await exporting.GET(request, { params: Promise.resolve({ id: film.id }) })
    const { exports } = await response.json()
    expect(exports).toHaveLength(1)
    expect(exports[0].file).toMatchObject({ bytes: expect.any(Number) })
  })

  it.each([
    [{}, 'format'],
    [{ format: 'avi' }, 'format'],
    [{ format: 'mp4', shortSide: 143 }, 'shortSide'],
    [{ format: 'mp4', shortSide: 145 }, 'shortSide'],
    [{ format: 'mp4', shortSide: 2162 }, 'shortSide'],
    [{ format: 'mp4', shortSide: '720' }, 'shortSide'],
    [{ format: 'mp4', captions: 'no' }, 'captions'],
    [{ format: 'pdf', captions: true }, 'captions'],
    [{ format: 'zip', shortSide: 720 }, 'shortSide'],
  ])('with %j is refused by the name of the field, and nothing begins', async (body, field) => {
    const before = await db().task.count()
    const answer = await ask(film.id, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.details.map((detail: { field: string }) => detail.field)).toContain(field)
    expect(await db().task.count()).toBe(before)
  })

  it.each(['nonsense', '00000000-0000-4000-8000-000000000000'])(
    'that is none is not found: %s',
    async (id) => {
      expect((await fetchFile(film.id, id)).status).toBe(404)
      expect((await ask(id, { format: 'zip' })).status).toBe(404)
    },
  )
})
