/**
 * Completes package-lock.json after a dependency change: `node scripts/fix-lock.mjs`.
 *
 * A registry mirror may lack the packages built for other platforms. `npm install` then writes a lock without them,
 * which npm 11 refuses ("Missing: ... from lock file"). Their names and exact versions stand in their parents'
 * optionalDependencies and their platform in their names, so nothing has to be fetched to put them back.
 */
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  wasm32: undefined,
}
const CPU = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm']

/** Where Node would find `name` when `from` asks for it: the nearest enclosing node_modules that has it. */
function find(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const key = `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (packages[key]) return key
    if (!folder) return undefined
  }
}

/** The lock entry of a package built for one platform, read off its name. */
export function platformEntry(name, version) {
  const os = Object.keys(OS).find((word) => name.includes(word))
  const cpu = CPU.find((word) => name.includes(word))
  return {
    version,
    optional: true,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os && OS[os] ? { os: [OS[os]] } : {}),
    ...(name.includes('musl') ? { libc: ['musl'] } : {}),
  }
}

/** The lock with every optional package named, and the names that were added. Throws on a range it cannot pin. */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  const added = []
  for (const [key, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (find(packages, key, name)) continue
      if (!/^\d/.test(range))
        throw new Error(`${key} wants ${name}@${range}: not an exact version, cannot be added`)
      packages[`node_modules/${name}`] = platformEntry(name, range)
      added.push(`${name}@${range}`)
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added }
}

/** Packages whose address the lock spells out: it must name no registry, or clones elsewhere download from it. */
export function namedHosts(lock) {
  return Object.entries(lock.packages)
    .filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))
    .map(([key]) => key)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const { lock, added } = completeLock(JSON.parse(fs.readFileSync(file, 'utf8')))
  const hosts = namedHosts(lock)
  if (hosts.length) throw new Error(`The lock names a registry host for ${hosts.join(', ')}; see .npmrc`)
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length ? `added ${added.join(', ')}` : 'the lock was complete')
}
