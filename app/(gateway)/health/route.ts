import { answer, routes } from '@/lib/base/http'
import { readHealth } from '@/lib/project/health'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => {
    const health = await readHealth()
    return answer(health.status === 'down' ? 503 : 200, health)
  },
})
