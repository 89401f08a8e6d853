import { writeFile } from 'node:fs/promises'
import { StudioError } from '@/lib/base/errors'

/** Into the attempt's folder. A full disk is told as one. */
export async function writeMade(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    const code = error.code === 'ENOSPC' ? 'disk_full' : 'storage_failed'
    throw new StudioError(code, `${file} could not be written`, { cause: error, retry: true })
  })
}
