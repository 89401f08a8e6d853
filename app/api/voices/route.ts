import { answer, routes } from '@/lib/base/http'
import { listVoices } from '@/lib/engine/voices'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => answer(200, { voices: await listVoices() }),
})
