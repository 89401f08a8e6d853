import { answer, idOf, routes } from '@/lib/base/http'
import { stepBack } from '@/lib/project/edit'
import { getUndoState } from '@/lib/project/history'
import { editorSchema, undoQuerySchema } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { client } = call.query(undoQuerySchema)
    return answer(200, await getUndoState(id, client))
  },
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const editor = await call.json(editorSchema)
    return answer(200, await stepBack(id, 'undo', editor))
  },
})
