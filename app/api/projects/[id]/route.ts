import { answer, answerNothing, idOf, routes } from '@/lib/base/http'
import { renameProjectSchema } from '@/lib/project/requests'
import { deleteProject, getProjectView, renameProject } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'project')
    return answer(200, await getProjectView(id))
  },
  PATCH: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { title, client } = await call.json(renameProjectSchema)
    await renameProject(id, title, client)
    return answer(200, await getProjectView(id))
  },
  DELETE: async (call) => {
    const id = idOf(call.params.id, 'project')
    await deleteProject(id)
    return answerNothing()
  },
})
