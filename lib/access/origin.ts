import { env } from '@/lib/base/env'

/** The address that people use: PUBLIC_URL, else the one this request came to, which the door has checked. */
export function originOf(headers: Headers): string {
  if (env.publicUrl !== undefined) return env.publicUrl.replace(/\/+$/, '')
  const proto = env.trustProxy && headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${proto}://${headers.get('host') ?? `localhost:${env.port}`}`
}
