/** The published API of a running studio, as a program outside sees it. */

export class SmokeFailure extends Error {
  name = 'SmokeFailure'
}

const ANSWER_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 1_000

export function openStudio({ address, key, lookEveryMs = LOOK_EVERY_MS }) {
  const headers = key ? { 'x-api-key': key } : {}

  async function call(path, init = {}) {
    const url = new URL(path, address)
    const answer = await fetch(url, {
      ...init,
      headers: { ...headers, ...init.headers },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch((error) => {
      throw new SmokeFailure(`${url.origin} does not answer: ${error.cause?.code ?? error.message}`)
    })
    return answer
  }

  async function json(path, init) {
    const answer = await call(path, init)
    const body = await answer.json().catch(() => null)
    if (answer.status === 401) throw new SmokeFailure('The studio asks for a key: --key, or STUDIO_KEY.')
    if (!body) throw new SmokeFailure(`${path} answers ${answer.status} without JSON: is this a studio?`)
    return { status: answer.status, body }
  }

  return {
    health: async () => (await json('/health')).body,

    async render(request) {
      const body = JSON.stringify(request)
      const { status, body: answer } = await json('/render', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      if (status !== 202)
        throw new SmokeFailure(`POST /render answers ${status}: ${JSON.stringify(answer.error)}`)
      return answer.task_id
    },

    /** Looks until the task has ended; `onProgress` hears of every change. Cancels it when time is up. */
    async ended(id, withinMs, onProgress) {
      let last = ''
      for (const end = performance.now() + withinMs; ; ) {
        const { body: task } = await json(`/tasks/${id}`)
        const state = `${task.status} ${Math.floor(task.progress * 100)} %`
        if (state !== last) onProgress(state)
        last = state
        if (!['pending', 'running'].includes(task.status)) return task
        if (performance.now() > end) {
          await json(`/tasks/${id}`, { method: 'DELETE' })
          throw new SmokeFailure(
            `no film after ${Math.round(withinMs / 1000)} s (${state}); the task was cancelled`,
          )
        }
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
    },

    /** JSON at an address of a result. */
    file: async (path) => (await json(path)).body,

    /** `{ size, head }`: bytes of the file, and its first ones, fetched as a range. */
    async head(path, count) {
      const answer = await call(path, { headers: { range: `bytes=0-${count - 1}` } })
      const head = Buffer.from(await answer.arrayBuffer())
      if (answer.status !== 206 || head.length !== count) {
        throw new SmokeFailure(
          `${path} answers ${answer.status} with ${head.length} bytes to a range of ${count}`,
        )
      }
      return { size: Number(answer.headers.get('content-range')?.split('/')[1]), head }
    },
  }
}
