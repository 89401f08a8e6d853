/** The studio's own secret: sessions, share tokens and callbacks are signed with it. */
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/base/env'

const shared = globalThis as unknown as { studioSecret?: Buffer }

/** STUDIO_SECRET, or one made once and kept in DATA_DIR. */
export function studioSecret(): Buffer {
  shared.studioSecret ??= env.studioSecret ? Buffer.from(env.studioSecret) : keptSecret()
  return shared.studioSecret
}

function keptSecret(): Buffer {
  const file = path.join(env.dataFolder, 'secret')
  fs.mkdirSync(env.dataFolder, { recursive: true })
  try {
    // Whoever comes second, the runner or the web process, reads what the first has written.
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from(fs.readFileSync(file, 'utf8').trim())
}

/** One key for each purpose, so that a signature of one kind is never one of another (RFC 5869). */
export function sign(purpose: string, text: string): string {
  const key = hkdfSync('sha256', studioSecret(), '', `storytovideo ${purpose}`, 32)
  return createHmac('sha256', Buffer.from(key)).update(text).digest('base64url')
}

/** Compares digests, so that neither length nor the first wrong letter can be timed. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b))

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

export const sha256Hex = (text: string): string => sha256(text).toString('hex')
