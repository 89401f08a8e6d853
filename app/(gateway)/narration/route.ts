import { routes } from '@/lib/base/http'
import { startNarration } from '@/lib/project/gateway/calls'
import { publishedCall } from '@/lib/project/gateway/published-call'
import { narrationRequest } from '@/lib/project/gateway/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: publishedCall(narrationRequest, startNarration),
})
