import { wantsPage } from '@/lib/access/refuse'
import { isStudioError } from '@/lib/base/errors'
import { openShare } from '@/lib/share/open'
import { closedPage, isClosed } from './answer-share'
import { lockPage, movedPage, unknownPage, watchOnlyPage } from './other-pages'
import { wordsFor } from './words'

/**
 * The answer for a file below a link. Where a person follows its address, as by "Download", and it cannot be had, they
 * read why on a page; players and programs get the error as it is.
 */
export async function pageInstead(
  request: Request,
  token: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    const { headers } = request
    if (!isStudioError(error) || !wantsPage(headers.get('accept') ?? '')) throw error
    const words = wordsFor(headers)
    const opened = await openShare(token, headers.get('cookie'))
    if (isClosed(opened)) return closedPage(words, opened)
    const path = `/s/${opened.token}`
    if (opened.state === 'locked') return lockPage(words, path, false)
    if (error.status === 410) return movedPage(words, path)
    if (error.code === 'forbidden') return watchOnlyPage(words, path)
    if (error.code === 'not_found') return unknownPage(words)
    throw error
  }
}
