import { routes } from '@/lib/base/http'
import { answerFile } from '@/lib/base/http-file'
import { readDataPath } from '@/lib/project/gateway/data-path'
import { findDataFile } from '@/lib/project/gateway/files'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ path: string[] }>({
  GET: async (call) => {
    const file = await findDataFile(readDataPath(new URL(call.request.url).pathname))
    return await answerFile(call.request, file)
  },
})
