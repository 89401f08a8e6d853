import { copyFile, symlink } from 'node:fs/promises'
import path from 'node:path'

/** Gives a file a fixed name in an attempt's folder: a link where the file system knows them, else a copy. */
export async function bring(from: string, to: string): Promise<void> {
  await symlink(path.resolve(from), to).catch(() => copyFile(from, to))
}
