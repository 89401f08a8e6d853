import { answer, idOf, routes } from '@/lib/base/http'
import { cancelTask } from '@/lib/production/target'
import { waitQuery } from '@/lib/project/gateway/requests'
import { taskAnswerOf } from '@/lib/project/gateway/task-answer'
import { waitForEnd } from '@/lib/project/gateway/wait'
import { getTask } from '@/lib/project/task'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'task')
    const { wait = 0 } = call.query(waitQuery)
    return answer(200, await taskAnswerOf(await waitForEnd(await getTask(id), wait, call.signal)))
  },
  DELETE: async (call) => {
    const id = idOf(call.params.id, 'task')
    return answer(200, await taskAnswerOf(await cancelTask(id)))
  },
})
