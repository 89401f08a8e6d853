import { answer, idOf, routes } from '@/lib/base/http'
import { knownSchema } from '@/lib/project/requests'
import { listKnown } from '@/lib/project/workspace'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  POST: async (call) => {
    const id = idOf(call.params.id, 'project')
    const { fingerprints } = await call.json(knownSchema)
    return answer(200, { assets: await listKnown(id, fingerprints) })
  },
})
