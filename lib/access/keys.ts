/** Named keys: made once, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto'
import { StudioError } from '@/lib/base/errors'
import { forgetKeys } from './principal'
import type { KeyView, Role } from './schema'
import { sha256Hex } from './secret'
import { insertKey, revokeKey } from './store'

const PREFIX = 'stv_'

/** The secret is in no answer after this one. */
export async function makeKey(wanted: {
  name: string
  role: Role
}): Promise<{ key: KeyView; secret: string }> {
  const secret = PREFIX + randomBytes(32).toString('base64url')
  const hint = secret.slice(0, PREFIX.length + 4)
  return { key: await insertKey({ ...wanted, hash: sha256Hex(secret), hint }), secret }
}

/** Its sessions end with it. Throws `not_found`. */
export async function endKey(id: string): Promise<KeyView> {
  const key = await revokeKey(id)
  if (!key) throw new StudioError('not_found', 'There is no such key, or it is revoked already.')
  forgetKeys()
  return key
}
