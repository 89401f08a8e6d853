import { StudioError } from '@/lib/base/errors'
import { idOf, routes } from '@/lib/base/http'
import { attachment, webStream } from '@/lib/base/http-file'
import { drawPaper } from '@/lib/paper/pdf'
import { paperOf } from '@/lib/project/export/content'
import { getProjectView } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const paper = paperOf(await getProjectView(idOf(call.params.id, 'project')))
    if (!paper)
      throw new StudioError('conflict', 'The storyboard is not written yet: there is nothing to print.')
    const headers = {
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': attachment(paper.title, '.pdf'),
    }
    const isAsked = call.request.method !== 'HEAD'
    return new Response(isAsked ? webStream(() => drawPaper(paper)) : null, { headers })
  },
})
