import { routes } from '@/lib/base/http'
import { startClips } from '@/lib/project/gateway/calls'
import { publishedCall } from '@/lib/project/gateway/published-call'
import { clipsRequest } from '@/lib/project/gateway/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes({ POST: publishedCall(clipsRequest, startClips) })
