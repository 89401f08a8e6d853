import { ASSETS_ENTRY, BUNDLE_LIMITS, MANIFEST_ENTRY, PROJECT_ENTRY } from '@/lib/bundle/schema'
import { checkedKey } from '@/lib/storage/key'

/** What the directory of a ZIP says of one entry. */
export interface EntryHead {
  name: string
  bytes: number
  packedBytes: number
  isEncrypted: boolean
  /** Unix file mode; 0 when the ZIP was made elsewhere. */
  mode: number
}

const JSON_ENTRIES: ReadonlySet<string> = new Set([PROJECT_ENTRY, ASSETS_ENTRY, MANIFEST_ENTRY])
const FILE_TYPE = 0o170000
const REGULAR = 0o100000

export const isJsonEntry = (name: string): boolean => JSON_ENTRIES.has(name)

/** A name the studio itself gives: one of its three documents, or a storage key. Anything else leads somewhere. */
export function isBundleName(name: string): boolean {
  if (isJsonEntry(name)) return true
  try {
    return checkedKey(name) === name
  } catch {
    return false
  }
}

/** Why a ZIP with these entries is not unpacked, or null. Only what its directory claims: unpacking checks it again. */
export function faultOf(entries: readonly EntryHead[], fileBytes: number): string | null {
  if (entries.length > BUNDLE_LIMITS.entries) return `more than ${BUNDLE_LIMITS.entries} files`
  const seen = new Set<string>()
  let bytes = 0
  let packed = 0
  for (const entry of entries) {
    const { name } = entry
    if (!isBundleName(name)) return `a file that belongs to no project: ${name.slice(0, 100)}`
    if (seen.has(name)) return `${name} twice`
    seen.add(name)
    if (entry.isEncrypted) return `an encrypted file: ${name}`
    const type = entry.mode & FILE_TYPE
    if (type !== 0 && type !== REGULAR) return `a link or folder in the place of a file: ${name}`
    if (isJsonEntry(name)) {
      if (entry.bytes > BUNDLE_LIMITS.jsonBytes)
        return `${name} of more than ${BUNDLE_LIMITS.jsonBytes} bytes`
    } else if (entry.bytes > BUNDLE_LIMITS.ratio * Math.max(entry.packedBytes, 1)) {
      return `${name} unpacks to more than ${BUNDLE_LIMITS.ratio} times its size`
    }
    bytes += entry.bytes
    packed += entry.packedBytes
  }
  if (bytes > BUNDLE_LIMITS.unpackedBytes) return `more than ${BUNDLE_LIMITS.unpackedBytes} bytes unpacked`
  // Entries that share their packed bytes are how a small file claims to be a huge one.
  if (packed > fileBytes) return 'files that lie over one another'
  return null
}
