/** The `local` driver: a folder on disk. A file appears under its key by rename only, so a reader never sees half of one. */
import { constants, createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ByteRange, OpenFile, StorageDriver } from './driver'
import { asStorageError } from './failure'
import { checkedKey } from './key'

export function localStorage(root: string): StorageDriver {
  const pathOf = (key: string) => path.join(root, checkedKey(key))
  const size = async (key: string) => {
    const file = pathOf(key)
    return await fs.stat(file).then(
      (stat) => stat.size,
      (error) => {
        if (error.code === 'ENOENT') return null
        throw asStorageError(error, `stat ${key}`)
      },
    )
  }
  return {
    put: async (key, filePath) => {
      const target = pathOf(key)
      await guarded(`keep ${key}`, async () => {
        await fs.mkdir(path.dirname(target), { recursive: true })
        await fs.mkdir(path.join(root, 'tmp'), { recursive: true })
        await replace(filePath, target, path.join(root, 'tmp', `put-${process.pid}-${++puts}`))
      })
    },
    open: async (key, range) => await guarded(`open ${key}`, () => openFile(pathOf(key), range)),
    size,
    has: async (key) => (await size(key)) !== null,
    fetchTo: async (key, folder, name = path.basename(key)) =>
      await guarded(`fetch ${key}`, async () => {
        const target = path.join(folder, name)
        await fs.rm(target, { force: true })
        await linkOrCopy(pathOf(key), target)
        return target
      }),
    remove: async (key) => await guarded(`remove ${key}`, () => fs.rm(pathOf(key), { force: true })),
    bytesUsed: async () => await guarded('measure', () => bytesBelow(root)),
    bytesFree: async () => {
      return await guarded('measure', async () => {
        await fs.mkdir(root, { recursive: true })
        const stat = await fs.statfs(root)
        return stat.bavail * stat.bsize
      })
    },
  }
}

let puts = 0

async function guarded<T>(doing: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw asStorageError(error, doing)
  }
}

/** Bytes reach the disk before the name does, and the name before we return. */
async function replace(source: string, target: string, temporary: string): Promise<void> {
  try {
    await linkOrCopy(source, temporary)
    const file = await fs.open(temporary, 'r')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    // The source may be the same inode: nobody rewrites an asset by writing to the file it came from.
    await fs.chmod(temporary, 0o444)
    await fs.rename(temporary, target)
    await syncFolder(path.dirname(target))
  } finally {
    // Also after success: renaming one link of a file onto another of the same file leaves both names.
    await fs.rm(temporary, { force: true })
  }
}

/** A link costs nothing; another file system, or one without links, gets a copy. */
async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await fs.link(source, target)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EEXIST') throw error
    await fs.copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; its file system journals renames itself.
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openFile(file: string, range: ByteRange | undefined): Promise<OpenFile> {
  // One handle for size and bytes: the file may be replaced or removed between two calls by name.
  const handle = await fs.open(file, 'r')
  try {
    const { size } = await handle.stat()
    return { size, stream: createReadStream('', { fd: handle, ...range }) }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function bytesBelow(root: string): Promise<number> {
  const entries = await fs.readdir(root, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let total = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const stat = await fs.stat(path.join(entry.parentPath, entry.name)).catch(() => null)
    total += stat?.size ?? 0
  }
  return total
}
