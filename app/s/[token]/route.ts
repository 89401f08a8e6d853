import { filmPage } from '@/components/share/page/film-page'
import { gonePage, lockPage, unknownPage } from '@/components/share/page/other-pages'
import { wordsFor } from '@/components/share/page/words'
import { CALLER_HEADER } from '@/lib/access/caller'
import { originOf } from '@/lib/access/origin'
import { routes } from '@/lib/base/http'
import { sharedFilm } from '@/lib/share/film'
import { openShare } from '@/lib/share/open'
import { noteVisit } from '@/lib/share/visit'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ token: string }>({
  GET: async ({ request, params }) => {
    const { headers } = request
    const words = wordsFor(request.headers)
    const opened = await openShare(params.token, headers.get('cookie'))
    if (opened.state === 'unknown') return unknownPage(words)
    if (opened.state === 'gone') return gonePage(words)
    const path = `/s/${opened.token}`
    if (opened.state === 'locked') return lockPage(words, path, false)
    const { share } = opened
    if (request.method === 'GET') {
      await noteVisit(share.id, {
        address: headers.get(CALLER_HEADER) ?? '',
        userAgent: headers.get('user-agent') ?? '',
      })
    }
    const url = `${originOf(headers)}${path}`
    return filmPage(words, { film: sharedFilm(share), url, path, allowDownload: share.allowDownload })
  },
})
