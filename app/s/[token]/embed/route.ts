import { answerShare } from '@/components/share/page/answer-share'
import { embedPage, lockedEmbedPage } from '@/components/share/page/other-pages'
import { routes } from '@/lib/base/http'
import { sharedFilm } from '@/lib/share/film'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ token: string }>({
  GET: ({ request, params }) =>
    answerShare(request, params.token, {
      locked: lockedEmbedPage,
      open: (words, share, path) => embedPage(words, sharedFilm(share), path, share.allowDownload),
    }),
})
