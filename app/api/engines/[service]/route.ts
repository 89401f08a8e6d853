import { answer, routes } from '@/lib/base/http'
import { connectionChangeSchema } from '@/lib/engine/connection/schema'
import { serviceOf, setConnection } from '@/lib/project/engines'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ service: string }>({
  PUT: async (call) => {
    const service = serviceOf(call.params.service)
    return answer(200, await setConnection(service, await call.json(connectionChangeSchema)))
  },
})
