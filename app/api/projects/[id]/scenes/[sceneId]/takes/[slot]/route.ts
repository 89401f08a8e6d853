import { answer, routes } from '@/lib/base/http'
import { readIncoming } from '@/lib/project/take/incoming'
import { placeOf } from '@/lib/project/take/place'
import { uploadTake } from '@/lib/project/take/service'

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ id: string; sceneId: string; slot: string }>({
  PUT: async (call) => {
    const place = placeOf(call.params)
    return answer(201, await uploadTake(place, readIncoming(call.request)))
  },
})
