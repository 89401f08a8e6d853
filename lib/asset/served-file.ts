import { StudioError } from '@/lib/base/errors'
import type { ServedFile } from '@/lib/base/http-file'
import { storage } from '@/lib/storage/storage'
import type { Asset } from './store'

/** Throws `not_found` when the row is there but its bytes were lost. */
export async function storedFile(key: string, mediaType: string, tag: string): Promise<ServedFile> {
  const size = await storage().size(key)
  if (size === null) throw new StudioError('not_found', 'The file of this asset is gone. Make it again.')
  return { mediaType, tag, size, open: (range) => storage().open(key, range) }
}

export const assetFile = ({ key, mediaType, digest }: Asset): Promise<ServedFile> =>
  storedFile(key, mediaType, digest)
