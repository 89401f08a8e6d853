import { answer, routes } from '@/lib/base/http'
import { connectionChangeSchema } from '@/lib/engine/connection/schema'
import { resetConnection, serviceOf, setConnection } from '@/lib/project/engines'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ service: string }>({
  PUT: async (call) => {
    const service = serviceOf(call.params.service)
    return answer(200, await setConnection(service, await call.json(connectionChangeSchema)))
  },
  DELETE: async (call) => answer(200, await resetConnection(serviceOf(call.params.service))),
})
