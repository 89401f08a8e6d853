import { answer, idOf, routes } from '@/lib/base/http'
import { editStoryboard } from '@/lib/project/edit'
import { editSchema } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { operation, ...editor } = await call.json(editSchema)
    return answer(200, await editStoryboard(id, operation, editor))
  },
})
