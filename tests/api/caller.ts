/** Calls the published API as a program does, through the route handlers themselves. */
import * as clips from '@/app/(gateway)/clips/route'
import * as frames from '@/app/(gateway)/frames/route'
import * as narration from '@/app/(gateway)/narration/route'
import * as render from '@/app/(gateway)/render/route'
import * as storyboard from '@/app/(gateway)/storyboard/route'
import * as tasks from '@/app/(gateway)/tasks/[id]/route'
import * as data from '@/app/data/[...path]/route'

const CALLS = { storyboard, frames, clips, narration, render }
const ADDRESS = 'http://localhost:3000'

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever JSON came; the test says what it should be.
export type Json = any

export interface Answer {
  status: number
  headers: Headers
  body: Json
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  body: await response.json(),
})

/** A string goes as it is, anything else as JSON. */
export async function post(name: keyof typeof CALLS, body: unknown, query = '?wait=60'): Promise<Answer> {
  const request = new Request(`${ADDRESS}/${name}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return await answerOf(await CALLS[name].POST(request, { params: Promise.resolve({}) }))
}

async function task(handle: typeof tasks.GET, method: string, id: string, query = ''): Promise<Answer> {
  const request = new Request(`${ADDRESS}/tasks/${id}${query}`, { method })
  return await answerOf(await handle(request, { params: Promise.resolve({ id }) }))
}
export const getTask = (id: string, query?: string): Promise<Answer> => task(tasks.GET, 'GET', id, query)
export const cancelTask = (id: string): Promise<Answer> => task(tasks.DELETE, 'DELETE', id)

export async function getFile(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${ADDRESS}${path}`, { headers })
  return await data.GET(request, { params: Promise.resolve({ path: path.split('/').slice(2) }) })
}
