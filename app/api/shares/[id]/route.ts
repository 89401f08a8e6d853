import { originOf } from '@/lib/access/origin'
import { answer, idOf, routes } from '@/lib/base/http'
import { shareChangeSchema } from '@/lib/share/schema'
import { changeShare, revokeShare } from '@/lib/share/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  PATCH: async (call) => {
    const change = await call.json(shareChangeSchema)
    return answer(
      200,
      await changeShare(idOf(call.params.id, 'link'), change, originOf(call.request.headers)),
    )
  },
  DELETE: async ({ request, params }) =>
    answer(200, await revokeShare(idOf(params.id, 'link'), originOf(request.headers))),
})
