import { answer, idOf, routes } from '@/lib/base/http'
import { retryTask } from '@/lib/production/target'
import { taskViewOf } from '@/lib/task/view'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'task')
    return answer(202, await taskViewOf(await retryTask(id)))
  },
})
