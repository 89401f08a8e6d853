import { answerNothing, routes } from '@/lib/base/http'
import { type TakeParams, takeOf } from '@/lib/project/take/place'
import { bringBackTake } from '@/lib/project/take/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<TakeParams>({
  POST: async (call) => {
    await bringBackTake(takeOf(call.params))
    return answerNothing()
  },
})
