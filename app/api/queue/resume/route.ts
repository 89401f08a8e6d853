import { answer, routes } from '@/lib/base/http'
import { setPaused } from '@/lib/task/line/store'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  POST: async () => answer(200, { pausedSince: await setPaused(false) }),
})
