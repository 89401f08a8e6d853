import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepChild } from './child.mjs'
import { isAlive } from './postgres/cluster.mjs'

let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'studio-child-'))
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

const READY = `console.log('{"ready":"it"}'); setInterval(() => undefined, 1000)`

async function keep(code: string, more: object = {}) {
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
  await fs.writeFile(file, code)
  const lines: string[] = []
  const pids: number[] = []
  const child = keepChild({
    name: 'it',
    root: process.cwd(),
    file,
    prepare: async () => process.env,
    print: (line: string) => lines.push(line),
    onPid: (pid: number) => pids.push(pid),
    ...more,
  })
  return { child, lines, pids }
}

describe('a process of the studio', () => {
  it('is started again when it dies, and stays away once it is stopped', async () => {
    const { child, pids, lines } = await keep(READY)
    await child.ready
    process.kill(pids[0] ?? 0, 'SIGKILL')
    await expect.poll(() => pids.length).toBe(2)
    expect(lines.join()).toContain('SIGKILL')
    await child.stop()
    expect(pids.map(isAlive)).toEqual([false, false])
  })

  it('takes what it started along, even when it is killed', async () => {
    const { child, pids } = await keep(`
      import { spawn } from 'node:child_process'
      import fs from 'node:fs'
      const ffmpeg = spawn('sleep', ['1000'])
      fs.writeFileSync(process.argv[1] + '.pid', String(ffmpeg.pid))
      ${READY}`)
    await child.ready
    const [name] = (await fs.readdir(folder)).filter((file) => file.endsWith('.pid'))
    const ffmpeg = Number(await fs.readFile(path.join(folder, name ?? ''), 'utf8'))
    expect(isAlive(ffmpeg)).toBe(true)
    process.kill(pids[0] ?? 0, 'SIGKILL')
    await expect.poll(() => isAlive(ffmpeg)).toBe(false)
    await child.stop()
  })

  it('that never comes up ends the start', async () => {
    const { child, pids } = await keep('process.exit(1)')
    await expect(child.ready).rejects.toThrow(/ended with 1 before it was ready/)
    expect(pids).toHaveLength(3)
    await child.stop()
  })

  it('with wrong settings ends the start at once', async () => {
    const { child, pids } = await keep('process.exit(78)')
    await expect(child.ready).rejects.toThrow(/78/)
    expect(pids).toHaveLength(1)
    await child.stop()
  })

  it('is replaced without waiting when its code is outdated', async () => {
    const { child, pids } = await keep(READY)
    await child.ready
    child.restart()
    await expect.poll(() => pids.length).toBe(2)
    await child.stop()
  })
})
