/**
 * Share: links that lead to one film and to nothing else. The token of a link is worked out of its row by the studio's
 * secret, so it can be listed and copied again, is kept nowhere, and nobody can make one up.
 */
import { isSame, sign } from '@/lib/access/secret'

export interface TokenParts {
  shareId: string
  version: number
}

const ID_BYTES = 16
const BODY_BYTES = ID_BYTES + 4
/** 128 bits cannot be guessed, and keep a link short. */
const SIGNATURE_BYTES = 16

/** 48 letters: the id, the version and the signature of both. */
export function tokenOf({ shareId, version }: TokenParts): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.write(shareId.replaceAll('-', ''), 'hex')
  body.writeUInt32BE(version, ID_BYTES)
  return Buffer.concat([body, signatureOf(body)]).toString('base64url')
}

/** Null for anything that the studio never gave out. */
export function readToken(token: string): TokenParts | null {
  const bytes = Buffer.from(token, 'base64url')
  // A token has one spelling: base64 ignores stray letters and bits, and a link does not.
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(0, BODY_BYTES)
  const given = bytes.subarray(BODY_BYTES).toString('base64url')
  if (!isSame(given, signatureOf(body).toString('base64url'))) return null
  const hex = body.toString('hex', 0, ID_BYTES)
  const shareId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return { shareId, version: body.readUInt32BE(ID_BYTES) }
}

/**
 * The token in a link that a chat program took the end of a sentence for a part of. Told by its form alone, so that
 * nothing is learnt of whether there is such a link; null for a token without anything behind it.
 */
export const tokenBeforeMarks = (text: string): string | null =>
  /^([\w-]{48})[\p{P}\p{S}\p{Z}]{1,8}$/u.exec(text)?.[1] ?? null

const signatureOf = (body: Buffer): Buffer =>
  Buffer.from(sign('share', body.toString('hex')), 'base64url').subarray(0, SIGNATURE_BYTES)
