import { pageInstead } from '@/components/share/page/page-instead'
import { routes } from '@/lib/base/http'
import { ASK_EACH_TIME, answerFile } from '@/lib/base/http-file'
import { asDownload } from '@/lib/share/download'
import { findSharedFile } from '@/lib/share/files'
import { requireShare } from '@/lib/share/open'

/** Asked about each time: a link can be revoked, and moved to another film. */
export const { GET, POST, PUT, PATCH, DELETE } = routes<{ token: string; path: string[] }>({
  GET: ({ request, params }) =>
    pageInstead(request, params.token, async () => {
      const share = await requireShare(params.token, request.headers.get('cookie'))
      const { searchParams } = new URL(request.url)
      const file = await findSharedFile(share, params.path.join('/'), searchParams.get('film'))
      const extra = searchParams.has('download') ? asDownload(share) : {}
      const response = await answerFile(request, file, ASK_EACH_TIME)
      for (const [name, value] of Object.entries(extra)) response.headers.set(name, value)
      return response
    }),
})
