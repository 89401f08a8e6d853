import { readdir, readFile } from 'node:fs/promises'

/** Peak of the resident memory of processes and all their descendants, in bytes, sampled from /proc. */
export function watchMemory(roots: readonly number[]): { stop(): Promise<number> } {
  let peak = 0
  let isStopped = false
  const loop = async () => {
    while (!isStopped) {
      peak = Math.max(peak, await treeBytes(roots).catch(() => 0))
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
  const done = loop()
  return {
    async stop() {
      isStopped = true
      await done
      return peak
    },
  }
}

async function treeBytes(roots: readonly number[]): Promise<number> {
  const processes = await Promise.all(
    (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))),
  )
  const known = processes.filter((p) => p !== null)
  const family = new Set(roots)
  for (let grew = true; grew; ) {
    grew = false
    for (const p of known) {
      if (family.has(p.parent) && !family.has(p.pid)) {
        family.add(p.pid)
        grew = true
      }
    }
  }
  return known.filter((p) => family.has(p.pid)).reduce((sum, p) => sum + p.bytes, 0)
}

async function readProcess(pid: number): Promise<{ pid: number; parent: number; bytes: number } | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
    // Shared pages of Postgres are counted once for each backend; proportional memory is not.
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? /^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    return { pid, parent, bytes: kilobytes * 1024 }
  } catch {
    return null
  }
}
