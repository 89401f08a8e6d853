/** What a model hub that speaks Hugging Face's API says of a repository. */
import { FetchFailure } from './failure.mjs'

const ANSWER_WITHIN_MS = 30_000
const COMMIT = /^[0-9a-f]{40}$/

/**
 * `endpoint`: `https://huggingface.co`, or a mirror of it. `token` is needed for repositories whose licence has to be
 * accepted on their page. It never leaves for another host: fetch drops it when it is redirected.
 */
export function openHub({ endpoint, token }) {
  const base = endpoint.replace(/\/+$/, '')
  const headers = token ? { authorization: `Bearer ${token}` } : {}

  async function get(url, more = {}) {
    let response
    try {
      response = await fetch(url, { ...more, headers: { ...headers, ...more.headers } })
    } catch (error) {
      if (more.signal?.aborted) throw more.signal.reason
      const why = error.cause?.code ?? error.cause?.message ?? error.message
      throw new FetchFailure(
        `${new URL(url).host} cannot be reached (${why}). A mirror can be set in HF_ENDPOINT.`,
        {
          canRetry: true,
          cause: error,
        },
      )
    }
    if (response.ok || response.status === 416) return response
    await response.body?.cancel()
    throw refusal(url, response.status, Boolean(token))
  }

  const getJson = async (url) => {
    const response = await get(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return { body: await response.json(), link: response.headers.get('link') }
  }

  return {
    /** The commit that a branch stands at now. */
    async resolve(repository, revision) {
      if (COMMIT.test(revision)) return revision
      const { body } = await getJson(
        `${base}/api/models/${repository}/revision/${encodeURIComponent(revision)}`,
      )
      if (!COMMIT.test(body.sha ?? ''))
        throw new FetchFailure(`${repository}: the hub names no commit for ${revision}`)
      return body.sha
    },

    /** `[{ path, size, sha256 } | { path, size, gitSha1 }]`: large files are known by one, small ones by the other. */
    async list(repository, commit) {
      const files = []
      let url = `${base}/api/models/${repository}/tree/${commit}?recursive=true`
      while (url) {
        const { body, link } = await getJson(url)
        for (const { type, path, size, oid, lfs } of body) {
          if (type !== 'file') continue
          files.push(lfs ? { path, size: lfs.size, sha256: lfs.oid } : { path, size, gitSha1: oid })
        }
        const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1]
        url = next && new URL(next, base).href
      }
      return files
    },

    /** The bytes from `start` on; the caller looks at the status, since a server may send all of them. */
    read(repository, commit, path, start, signal) {
      const url = `${base}/${repository}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
      return get(url, { signal, headers: start > 0 ? { range: `bytes=${start}-` } : {} })
    },
  }
}

function refusal(url, status, hasToken) {
  const address = url.split('?')[0]
  if (status === 401 || status === 403) {
    const what = hasToken
      ? 'The token in HF_TOKEN has no access: accept the licence on the page of the model with the same account.'
      : 'Accept the licence on the page of the model, make a token there, and set it in HF_TOKEN.'
    return new FetchFailure(`${address} may not be read (${status}). ${what}`)
  }
  if (status === 404) return new FetchFailure(`${address} is not there (404).`)
  return new FetchFailure(`${address} answers ${status}.`, { canRetry: status >= 500 || status === 429 })
}
