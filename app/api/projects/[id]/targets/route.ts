import { answer, idOf, routes } from '@/lib/base/http'
import { startTargetSchema } from '@/lib/project/requests'
import { startTarget } from '@/lib/project/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { type, sceneIds } = await call.json(startTargetSchema)
    return answer(202, await startTarget(id, { type, sceneIds }))
  },
})
