import { answerNothing, routes } from '@/lib/base/http'
import { type TakeParams, takeOf } from '@/lib/project/take/place'
import { deleteTake } from '@/lib/project/take/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<TakeParams>({
  DELETE: async (call) => {
    await deleteTake(takeOf(call.params))
    return answerNothing()
  },
})
