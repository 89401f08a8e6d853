/** Who has seen a film is counted without following anybody: no cookie, and a mark that nobody can read the next day. */
import { sign } from '@/lib/access/secret'
import { insertView } from './store'

const DAY_MS = 24 * 3_600_000
/** Programs that fetch a link to show a preview of it are no visitors. */
const ROBOT =
  /bot\b|crawl|spider|preview|facebookexternalhit|slurp|whatsapp|telegram|curl|wget|python|headless/i

/** Days are UTC's. */
export const dayOf = (time: number): Date => new Date(Math.floor(time / DAY_MS) * DAY_MS)

export async function noteVisit(
  shareId: string,
  caller: { address: string; userAgent: string },
  now = Date.now(),
): Promise<void> {
  if (caller.userAgent === '' || ROBOT.test(caller.userAgent)) return
  const day = dayOf(now)
  // The day is part of the key's purpose: the same visitor is another mark tomorrow.
  const mark = sign(`view ${shareId} ${day.toISOString()}`, JSON.stringify(caller))
  const visitor = Buffer.from(mark, 'base64url').toString('hex')
  await insertView({ shareId, day, visitor })
}
