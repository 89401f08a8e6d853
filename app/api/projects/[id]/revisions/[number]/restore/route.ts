import { answer, idOf, routes } from '@/lib/base/http'
import { restoreRevision } from '@/lib/project/edit'
import { editorSchema, revisionNumber } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string; number: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const editor = await call.json(editorSchema)
    return answer(200, await restoreRevision(id, revisionNumber(call.params.number), editor))
  },
})
