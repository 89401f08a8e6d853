import { answer, routes } from '@/lib/base/http'
import { getEnginesView } from '@/lib/project/engines'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => answer(200, await getEnginesView()),
})
