/** Processes of a studio that was killed: they end by themselves within seconds, but may hold the port until then. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { killGroup } from './child.mjs'
import { commandOf, isAlive } from './postgres/cluster.mjs'

const folderOf = (root) => path.join(root, '.data', 'run')

/** Keeps a note of our processes for the next start. Returns what forgets it. */
export function openRoll(root) {
  const file = path.join(folderOf(root), `${process.pid}.json`)
  const pids = new Map()
  return {
    set(name, pid, program) {
      pids.set(name, { pid, program })
      fs.mkdirSync(folderOf(root), { recursive: true })
      fs.writeFileSync(file, JSON.stringify([...pids.values()]))
    },
    close: () => fs.rmSync(file, { force: true }),
  }
}

/** Ends what dead supervisors of this folder left behind. Returns how many processes that were. */
export async function endOrphans(root) {
  if (!fs.existsSync(folderOf(root))) return 0
  let ended = 0
  for (const name of fs.readdirSync(folderOf(root))) {
    const supervisor = Number.parseInt(name, 10)
    if (isAlive(supervisor) && commandOf(supervisor).includes('up.mjs')) continue
    const file = path.join(folderOf(root), name)
    for (const { pid, program } of readRoll(file)) {
      // Another program may have its number by now.
      if (!isAlive(pid) || !commandOf(pid).includes(program)) continue
      killGroup(pid)
      while (isAlive(pid)) await pause(20)
      ended++
    }
    fs.rmSync(file, { force: true })
  }
  return ended
}

function readRoll(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    // Cut off in the middle of writing: the processes end by themselves.
    return []
  }
}
