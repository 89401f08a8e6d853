import { makeKey } from '@/lib/access/keys'
import { newKeySchema } from '@/lib/access/schema'
import { listKeys } from '@/lib/access/store'
import { answer, routes } from '@/lib/base/http'
import { callbackSecret } from '@/lib/project/callback/send'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async () => answer(200, { keys: await listKeys(), callbackSecret: callbackSecret() }),
  POST: async (call) => answer(201, await makeKey(await call.json(newKeySchema))),
})
