import { answerShare } from '@/components/share/page/answer-share'
import { filmPage } from '@/components/share/page/film-page'
import { lockPage } from '@/components/share/page/other-pages'
import { originOf } from '@/lib/access/origin'
import { routes } from '@/lib/base/http'
import { sharedFilm } from '@/lib/share/film'
import { tokenBeforeMarks } from '@/lib/share/token'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ token: string }>({
  GET: async ({ request, params }) => {
    const token = tokenBeforeMarks(params.token)
    if (token) return redirectTo(`/s/${token}`)
    return await answerShare(request, params.token, {
      locked: (words, path) => lockPage(words, path, false),
      open: (words, share, path) =>
        filmPage(words, {
          film: sharedFilm(share),
          url: `${originOf(request.headers)}${path}`,
          path,
          allowDownload: share.allowDownload,
        }),
    })
  },
})

const redirectTo = (location: string) =>
  new Response(null, { status: 308, headers: { location, 'cache-control': 'private, no-store' } })
