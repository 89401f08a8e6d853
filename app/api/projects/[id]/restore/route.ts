import { answerNothing, idOf, routes } from '@/lib/base/http'
import { restoreProject } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    await restoreProject(id)
    return answerNothing()
  },
})
