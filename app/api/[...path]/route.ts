import { StudioError } from '@/lib/base/errors'
import { routes } from '@/lib/base/http'

const refuse = async (): Promise<never> => {
  throw new StudioError('not_found', 'There is no such address in the studio’s API.')
}

export const { GET, POST, PUT, PATCH, DELETE } = routes<{ path: string[] }>({
  GET: refuse,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
})
