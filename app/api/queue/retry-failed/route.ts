import { answer, routes } from '@/lib/base/http'
import { retryFailed } from '@/lib/project/queue/retry'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: async () => answer(202, { tasks: await retryFailed() }),
})
