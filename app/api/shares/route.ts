import { originOf } from '@/lib/access/origin'
import { answer, routes } from '@/lib/base/http'
import { listShares } from '@/lib/share/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async ({ request }) => answer(200, { shares: await listShares(originOf(request.headers)) }),
})
