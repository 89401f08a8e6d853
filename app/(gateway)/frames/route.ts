import { routes } from '@/lib/base/http'
import { startFrames } from '@/lib/project/gateway/calls'
import { publishedCall } from '@/lib/project/gateway/published-call'
import { framesRequest } from '@/lib/project/gateway/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes({ POST: publishedCall(framesRequest, startFrames) })
