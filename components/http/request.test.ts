import { afterEach, expect, test, vi } from 'vitest'
import { request } from './request'

const answer = (status: number, body: string) =>
  vi.stubGlobal('fetch', async () => new Response(body || null, { status }))

afterEach(() => vi.unstubAllGlobals())

test('an error answer keeps its code and each field the server named', async () => {
  const details = [{ field: 'story', expected: 'must not be empty' }]
  answer(
    400,
    JSON.stringify({ error: { code: 'invalid_input', message: 'story: must not be empty', details } }),
  )
  await expect(request('/api/projects')).rejects.toMatchObject({
    code: 'invalid_input',
    status: 400,
    fields: details,
  })
})

test('a proxy page instead of JSON is an error, not a crash', async () => {
  answer(502, '<html>Bad gateway</html>')
  await expect(request('/api/projects')).rejects.toMatchObject({ code: 'internal', status: 502, fields: [] })
  answer(200, '<html>')
  await expect(request('/api/projects')).rejects.toMatchObject({ code: 'internal' })
})

test('an empty answer is undefined', async () => {
  answer(204, '')
  await expect(request('/api/projects/1', { method: 'DELETE' })).resolves.toBeUndefined()
})

test('no answer at all is told apart from a wrong one', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  await expect(request('/health')).rejects.toMatchObject({ code: 'offline' })
})

test('a status that carries an answer is not an error', async () => {
  answer(503, '{"status":"down"}')
  await expect(request('/health', { alsoAnswer: 503 })).resolves.toEqual({ status: 'down' })
})
