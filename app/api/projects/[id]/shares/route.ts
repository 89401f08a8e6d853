import { originOf } from '@/lib/access/origin'
import { answer, idOf, routes } from '@/lib/base/http'
import { newShareSchema } from '@/lib/share/schema'
import { listShares, makeShare } from '@/lib/share/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  GET: async ({ request, params }) =>
    answer(200, { shares: await listShares(originOf(request.headers), idOf(params.id, 'project')) }),
  POST: async (call) => {
    const projectId = idOf(call.params.id, 'project')
    const wanted = await call.json(newShareSchema)
    return answer(201, await makeShare(projectId, wanted, originOf(call.request.headers)))
  },
})
