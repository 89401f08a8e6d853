import { idOf, routes } from '@/lib/base/http'
import { ASK_EACH_TIME, answerFile, attachment } from '@/lib/base/http-file'
import type { Exported } from '@/lib/project/export/schema'
import { findExport } from '@/lib/project/export/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string; exportId: string }>({
  GET: async (call) => {
    const { id, exportId } = call.params
    const { file, what } = await findExport(idOf(id, 'project'), idOf(exportId, 'export'))
    const response = await answerFile(call.request, file, ASK_EACH_TIME)
    response.headers.set('content-disposition', attachment(what.title, endingOf(what)))
    return response
  },
})

/** Tells one size from another. */
const endingOf = ({ format, width, height }: Exported): string =>
  width && height ? ` ${width}x${height}.${format}` : `.${format}`
