import { Readable } from 'node:stream'
import { StudioError } from '@/lib/base/errors'
import type { ServedFile } from '@/lib/base/http-file'
import { isEnded } from './ended'
import { stateOf } from './service'
import { findShare } from './store'

/** A hundred viewers of one link ask the database once in this time. */
const ASK_EVERY_MS = 1_000

const asked = new Map<string, { at: number; isOpen: Promise<boolean> }>()

/** Also while a film is on its way: a link that is over stops in the middle, and the next range is refused anyway. */
export function whileOpen(shareId: string, file: ServedFile | null): ServedFile | null {
  if (!file) return null
  return {
    ...file,
    async open(range) {
      const { stream } = await file.open(range)
      const watched = Readable.from(checked(shareId, stream), { objectMode: false })
      // A generator that nobody has begun to read cannot let go of what it would have read.
      watched.once('close', () => stream.destroy())
      return { stream: watched }
    },
  }
}

/**
 * Goes by the name under which a browser lets go: Next then breaks the connection off, so that nobody takes what has
 * come for the whole film, and logs nothing.
 */
class LinkOver extends StudioError {
  constructor() {
    super('not_found', 'This link is over.')
    this.name = 'AbortError'
  }
}

async function* checked(shareId: string, stream: Readable): AsyncGenerator<Uint8Array> {
  let checkedAt = Date.now()
  for await (const chunk of stream) {
    if (isEnded(shareId)) throw new LinkOver()
    if (Date.now() - checkedAt >= ASK_EVERY_MS) {
      checkedAt = Date.now()
      if (!(await isOpen(shareId))) throw new LinkOver()
    }
    yield chunk
  }
}

function isOpen(shareId: string): Promise<boolean> {
  const known = asked.get(shareId)
  if (known && Date.now() - known.at < ASK_EVERY_MS) return known.isOpen
  const answer = findShare(shareId).then(
    (row) => row !== null && !row.film.project.deletedAt && stateOf(row) === 'open',
  )
  // Links come and go; what is asked every second need not be kept.
  if (asked.size > 1_000) asked.clear()
  asked.set(shareId, { at: Date.now(), isOpen: answer })
  return answer
}
