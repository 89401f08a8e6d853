import { routes } from '@/lib/base/http'
import { startRender } from '@/lib/project/gateway/calls'
import { publishedCall } from '@/lib/project/gateway/published-call'
import { renderRequest } from '@/lib/project/gateway/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes({ POST: publishedCall(renderRequest, startRender) })
