import { answer, routes } from '@/lib/base/http'
import { serviceOf, testConnection } from '@/lib/project/engines'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ service: string }>({
  POST: async (call) => answer(200, await testConnection(serviceOf(call.params.service))),
})
