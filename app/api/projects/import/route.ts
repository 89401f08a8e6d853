import { answer, routes } from '@/lib/base/http'
import { arriveFile } from '@/lib/project/arrive/service'
import { readIncoming } from '@/lib/project/take/incoming'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: async (call) => answer(201, await arriveFile(readIncoming(call.request))),
})
