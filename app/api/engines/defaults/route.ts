import { answer, routes } from '@/lib/base/http'
import { engineDefaultsSchema } from '@/lib/engine/connection/schema'
import { setDefaults } from '@/lib/project/engines'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  PUT: async (call) => answer(200, await setDefaults(await call.json(engineDefaultsSchema))),
})
