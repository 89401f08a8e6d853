import { CALLER_HEADER } from '@/lib/access/caller'
import { type Opened, openShare } from '@/lib/share/open'
import type { ShareRow } from '@/lib/share/store'
import { noteVisit } from '@/lib/share/visit'
import { gonePage, unknownPage } from './other-pages'
import { type Words, wordsFor } from './words'

interface SharePages {
  locked(words: Words, path: string): Response
  open(words: Words, share: ShareRow, path: string): Response
}

type Closed = Extract<Opened, { state: 'gone' | 'unknown' }>

export const isClosed = (opened: Opened): opened is Closed =>
  opened.state === 'gone' || opened.state === 'unknown'

/** For a link that opens nothing. */
export const closedPage = (words: Words, { state }: Closed): Response =>
  state === 'gone' ? gonePage(words) : unknownPage(words)

/** The page that a token leads to now; whoever gets to see the film is counted. */
export async function answerShare(request: Request, token: string, pages: SharePages): Promise<Response> {
  const { headers } = request
  const words = wordsFor(headers)
  const opened = await openShare(token, headers.get('cookie'))
  if (isClosed(opened)) return closedPage(words, opened)
  const path = `/s/${opened.token}`
  if (opened.state === 'locked') return pages.locked(words, path)
  if (request.method === 'GET') {
    await noteVisit(opened.share.id, {
      address: headers.get(CALLER_HEADER) ?? '',
      userAgent: headers.get('user-agent') ?? '',
    })
  }
  return pages.open(words, opened.share, path)
}
