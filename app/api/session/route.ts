import { endSession, readSessionView, startSession } from '@/lib/access/login'
import { loginSchema } from '@/lib/access/schema'
import { answer, answerNothing, routes } from '@/lib/base/http'

export const { GET, POST, PUT, PATCH, DELETE } = routes({
  GET: async ({ request }) => answer(200, readSessionView(request.headers)),
  POST: async (call) => {
    const { key } = await call.json(loginSchema)
    const { principal, cookie } = await startSession(key)
    return answer(200, { locked: true, principal }, { 'set-cookie': cookie })
  },
  DELETE: async ({ request }) => {
    const response = answerNothing()
    response.headers.set('set-cookie', await endSession(request.headers.get('cookie')))
    return response
  },
})
