import { idOf, routes } from '@/lib/base/http'
import { ASK_EACH_TIME, answerFile, attachment } from '@/lib/base/http-file'
import { findExport } from '@/lib/project/export/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string; exportId: string }>({
  GET: async (call) => {
    const { id, exportId } = call.params
    const { file, what } = await findExport(idOf(id, 'project'), idOf(exportId, 'export'))
    const response = await answerFile(call.request, file, ASK_EACH_TIME)
    response.headers.set('content-disposition', attachment(nameOf(what), what.format))
    return response
  },
})

/** Tells one size from another. */
const nameOf = ({ title, width, height }: { title: string; width: number | null; height: number | null }) =>
  width && height ? `${title} ${width}x${height}` : title
