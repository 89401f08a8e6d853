import { answer, routes } from '@/lib/base/http'
import { openApiDocument } from '@/lib/project/gateway/openapi'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => answer(200, openApiDocument()),
})
