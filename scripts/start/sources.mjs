/** What a step is made from, as one hash: the step is left out while the hash it was last done for still holds. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Top folders that no page is made from. `public` is read by the server, not by the build. */
const OUTSIDE = new Set([
  'node_modules',
  'data',
  'docker',
  'docs',
  'examples',
  'inference',
  'models',
  'public',
  'scripts',
  'tests',
  'test-results',
  'playwright-report',
])

// Films and notes that people leave in the folder are no reason to build.
const ROOT_FILE = /(\.(ts|mjs)|^package-lock\.json|^tsconfig\.json)$/
const SOURCE_FILE = /\.(tsx?|m?js|json|css|svg|png|ico|woff2?|prisma)$/
const UNUSED_FILE = /(\.(i|s3)?test\.tsx?|^next-env\.d\.ts)$/

/** `name`: path of a file or folder below the root. */
export function isSource(name, isFolder) {
  const base = path.basename(name)
  if (base.startsWith('.')) return false
  if (isFolder) return !OUTSIDE.has(name)
  return (name === base ? ROOT_FILE : SOURCE_FILE).test(base) && !UNUSED_FILE.test(base)
}

/** Hash over names and contents of the files below `folder` that `isWanted` (asked per path) lets through. */
export function hashFolder(folder, isWanted = isSource) {
  const hash = createHash('sha256')
  const visit = (at) => {
    const entries = fs.readdirSync(path.join(folder, at), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = path.join(at, entry.name)
      if (!isWanted(name, entry.isDirectory())) continue
      if (entry.isDirectory()) visit(name)
      else if (entry.isFile())
        hash
          .update(`${name}\0`)
          .update(fs.readFileSync(path.join(folder, name)))
          .update('\0')
    }
  }
  visit('')
  return hash.digest('hex')
}

export function hashFiles(root, names) {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\0`).update(fs.readFileSync(path.join(root, name)))
  return hash.digest('hex')
}

/** Does `work` unless it was done for this hash before; the stamp lies among what the work makes and dies with it. */
export async function unlessDone(stamp, hash, work) {
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  fs.rmSync(stamp, { force: true })
  await work()
  fs.writeFileSync(stamp, hash)
}
