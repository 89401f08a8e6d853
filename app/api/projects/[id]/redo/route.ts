import { answer, idOf, routes } from '@/lib/base/http'
import { stepBack } from '@/lib/project/edit'
import { editorSchema } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const editor = await call.json(editorSchema)
    return answer(200, await stepBack(id, 'redo', editor))
  },
})
