import { answer, idOf, routes } from '@/lib/base/http'
import { getEarlier } from '@/lib/project/edit'
import { revisionNumber } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string; number: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'project')
    return answer(200, await getEarlier(id, revisionNumber(call.params.number)))
  },
})
