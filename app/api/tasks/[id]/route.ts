import { answer, idOf, routes } from '@/lib/base/http'
import { cancelTask } from '@/lib/production/target'
import { getTaskView } from '@/lib/project/task'
import { taskViewOf } from '@/lib/task/view'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'task')
    return answer(200, await getTaskView(id))
  },
  DELETE: async (call) => {
    const id = idOf(call.params.id, 'task')
    return answer(200, await taskViewOf(await cancelTask(id)))
  },
})
