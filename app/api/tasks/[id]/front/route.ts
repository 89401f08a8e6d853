import { answer, idOf, routes } from '@/lib/base/http'
import { moveToFront } from '@/lib/production/front'
import { taskViewOf } from '@/lib/task/view'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'task')
    return answer(200, await taskViewOf(await moveToFront(id)))
  },
})
