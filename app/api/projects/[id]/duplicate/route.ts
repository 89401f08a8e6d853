import { answer, idOf, routes } from '@/lib/base/http'
import { duplicateProject } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    return answer(201, { project_id: await duplicateProject(id) })
  },
})
