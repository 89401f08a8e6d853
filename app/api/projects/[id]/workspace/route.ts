import { answer, idOf, routes } from '@/lib/base/http'
import { getWorkspace } from '@/lib/project/workspace'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => answer(200, await getWorkspace(idOf(call.params.id, 'project'))),
})
