import { answer, idOf, routes } from '@/lib/base/http'
import { getHistory } from '@/lib/project/history'
import { historySchema } from '@/lib/project/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { before, most } = call.query(historySchema)
    return answer(200, { revisions: await getHistory(id, { before: before ?? null, most }) })
  },
})
