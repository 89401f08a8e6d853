import { routes } from '@/lib/base/http'
import { startStoryboard } from '@/lib/project/gateway/calls'
import { publishedCall } from '@/lib/project/gateway/published-call'
import { storyboardRequest } from '@/lib/project/gateway/requests'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: publishedCall(storyboardRequest, startStoryboard),
})
