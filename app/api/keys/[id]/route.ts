import { endKey } from '@/lib/access/keys'
import { answer, idOf, routes } from '@/lib/base/http'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string }>({
  DELETE: async ({ params }) => answer(200, await endKey(idOf(params.id, 'key'))),
})
