import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/base/env'
import { attemptFolder, sweepAttempts, withAttemptFolder, withUploadFolder } from './attempt'

beforeAll(async () => {
  env.dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'attempts-'))
})
afterAll(async () => await fs.rm(env.dataFolder, { recursive: true, force: true }))

const exists = (file: string) => fs.stat(file).then(Boolean, () => false)

describe('attempt folders', () => {
  it('go when the work ends, also when it fails', async () => {
    let folder = ''
    const work = withAttemptFolder(randomUUID(), 1, async (path) => {
      folder = path
      expect(await exists(folder)).toBe(true)
      throw new Error('engine failed')
    })
    await expect(work).rejects.toThrow('engine failed')
    expect(await exists(folder)).toBe(false)
  })

  it('of the dead are swept, those of the living stay', async () => {
    const [dead, alive] = [randomUUID(), randomUUID()]
    const deadFolder = await attemptFolder(dead, 2)
    const aliveFolder = await attemptFolder(alive, 1)
    await fs.writeFile(path.join(deadFolder, 'half.mp4'), 'half')
    const swept = await sweepAttempts(async (attempts) => attempts.filter((a) => a.taskId === dead))
    expect(swept).toBe(1)
    expect(await exists(deadFolder)).toBe(false)
    expect(await exists(aliveFolder)).toBe(true)
  })

  it('start empty and are named by nothing but a task id', async () => {
    const id = randomUUID()
    await fs.writeFile(path.join(await attemptFolder(id, 1), 'old'), '')
    expect(await fs.readdir(await attemptFolder(id, 1))).toEqual([])
    await expect(attemptFolder('../..', 1)).rejects.toThrow(RangeError)
  })

  it('of uploads are nobody’s attempt: a starting runner lets them be', async () => {
    let folder = ''
    await withUploadFolder(async (path) => {
      folder = path
      await sweepAttempts(async (attempts) => attempts)
      expect(await exists(folder)).toBe(true)
    })
    expect(await exists(folder)).toBe(false)
  })
})
