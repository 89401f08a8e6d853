/** Restarts what runs outdated code while somebody edits. Pages reload by themselves; Next sees to that. */
import fs from 'node:fs'
import path from 'node:path'
import { isSource } from './sources.mjs'

const SETTLE_MS = 150

/** Which processes a change of `name` (a path below the root) makes outdated. */
export function outdatedBy(name) {
  const parts = name.split(path.sep)
  if (!isSource(name, false) || parts.some((part) => part.startsWith('.'))) return []
  if (name === 'server.ts') return ['web']
  if (parts[0] !== 'lib') return []
  // The door and the live events run in server.ts itself, outside of Next's reloading.
  return parts[1] === 'base' || parts[1] === 'live' ? ['web', 'runner'] : ['runner']
}

/** `restart`: functions by process name. */
export function watchSources(root, restart) {
  const due = new Set()
  let timer
  const change = (name) => {
    for (const outdated of outdatedBy(name)) due.add(outdated)
    if (due.size === 0) return
    clearTimeout(timer)
    // An editor saves in several steps, a branch switch touches many files.
    timer = setTimeout(() => {
      for (const name of due) restart[name]()
      due.clear()
    }, SETTLE_MS)
  }
  const watchers = [
    fs.watch(
      path.join(root, 'lib'),
      { recursive: true },
      (_, name) => name && change(path.join('lib', name)),
    ),
    fs.watch(root, (_, name) => name && change(name)),
  ]
  return {
    close() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
