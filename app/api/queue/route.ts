import { answer, routes } from '@/lib/base/http'
import { getQueueView } from '@/lib/project/queue/view'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => answer(200, await getQueueView()),
})
