import { idOf, routes } from '@/lib/base/http'
import { attachment, webStream } from '@/lib/base/http-file'
import { packBundle } from '@/lib/bundle/write'
import { collectBundle } from '@/lib/project/export/collect'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const bundle = await collectBundle(idOf(call.params.id, 'project'))
    const headers = {
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': attachment(bundle.project.title, '.zip'),
    }
    const isAsked = call.request.method !== 'HEAD'
    return new Response(isAsked ? webStream(async () => packBundle(bundle)) : null, { headers })
  },
})
