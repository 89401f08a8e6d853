import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pickPort } from '../start/port.mjs'
import { planServices, studioLine } from './plan.mjs'

const common = { models: '/models', python: '/venv/python', source: '/src' }

describe('native services', () => {
  it('are three, each with its port and the weights', () => {
    const services = planServices({
      ...common,
      device: 'cuda',
      environment: { PATH: '/bin', PORT: '3000', HOST: '0.0.0.0' },
    })
    expect(services.map(({ name, port }) => [name, port])).toEqual([
      ['txt2img', 8101],
      ['img2vid', 8102],
      ['tts', 8103],
    ])
    expect(services[0]?.env).toMatchObject({
      PATH: '/bin',
      HOST: '127.0.0.1',
      DEVICE: 'cuda',
      MODEL_DIR: '/models',
      PYTHONPATH: '/src',
    })
    expect(studioLine(services)).toBe(
      'IMAGES_URL=http://127.0.0.1:8101 VIDEOS_URL=http://127.0.0.1:8102 SPEECH_URL=http://127.0.0.1:8103 npm start',
    )
  })

  it('take settings of their own, and cards of their own', () => {
    const environment = { IMG2VID_DEVICE: 'cuda:1', IMG2VID_PORT: '9102', KEEP_ALIVE: '1h' }
    const [images, videos] = planServices({ ...common, device: 'cuda:0', environment })
    expect(images?.env).toMatchObject({ DEVICE: 'cuda:0', KEEP_ALIVE: '1h' })
    expect(videos).toMatchObject({
      address: 'http://127.0.0.1:9102',
      env: { DEVICE: 'cuda:1', KEEP_ALIVE: '1h' },
    })
  })

  it('speak with CosyVoice where its Python and checkout are named, else with eSpeak NG', () => {
    const speech = (environment: Record<string, string>) =>
      planServices({ ...common, only: ['tts'], environment })[0]
    expect(speech({})).toMatchObject({ program: '/venv/python', env: { TTS_BACKEND: 'espeak' } })
    const cosyvoice = { TTS_PYTHON: '/py310', COSYVOICE_PATH: '/cosyvoice' }
    expect(speech(cosyvoice)).toMatchObject({ program: '/py310', env: { TTS_BACKEND: 'cosyvoice' } })
    expect(speech({ ...cosyvoice, TTS_BACKEND: 'espeak' })?.env).toMatchObject({ TTS_BACKEND: 'espeak' })
  })

  it('are none that nobody knows', () => {
    expect(() => planServices({ ...common, only: ['txt2vid'], environment: {} })).toThrow(/txt2vid/)
  })
})

/** Stands for Python: answers as a service does, dies once when told to, and refuses settings when told to. */
const PROGRAM = `#!${process.execPath}
const { createServer } = require('node:http')
const fs = require('node:fs')
const name = process.argv[4]
if (process.env.REFUSES === name) { console.error('DEVICE: no such card'); process.exit(2) }
const died = process.env.MARKS + '/' + name
if (process.env.DIES === name && !fs.existsSync(died)) { fs.writeFileSync(died, ''); process.exit(70) }
createServer((_, response) => response.writeHead(503).end(JSON.stringify({ status: 'model_missing', reason: name + ' is not there' })))
  .listen(Number(process.env.PORT), process.env.HOST)
`

/** Below those that a system gives out by itself: it is still free when the child comes to listen there. */
const aPort = async () => String(await pickPort(randomInt(12_000, 30_000), '127.0.0.1'))

describe('npm run services', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'services-'))
    fs.writeFileSync(path.join(folder, 'python'), PROGRAM, { mode: 0o755 })
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  async function start(more: Record<string, string> = {}) {
    const ports = { TXT2IMG_PORT: await aPort(), TTS_PORT: await aPort() }
    const child = spawn(process.execPath, ['scripts/services.mjs', 'txt2img', 'tts'], {
      env: { ...process.env, ...ports, SERVICES_PYTHON: path.join(folder, 'python'), MARKS: folder, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
    const advice = new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on(
        'line',
        (line) => line.includes('npm start') && resolve(line),
      )
    })
    return { child, said, ports, advice, exit: once(child, 'close') }
  }

  it('starts them, starts one again that died, says how each stands, and stops them', async () => {
    const { child, said, ports, advice, exit } = await start({ DIES: 'tts' })
    expect(await advice).toContain(`IMAGES_URL=http://127.0.0.1:${ports.TXT2IMG_PORT}`)
    expect(said).toContain('tts: ended with 70, started again')
    expect(said).toContain(
      `txt2img at http://127.0.0.1:${ports.TXT2IMG_PORT}: model_missing (txt2img is not there)`,
    )
    child.kill('SIGTERM')
    expect((await exit)[0]).toBe(0)
    await expect(fetch(`http://127.0.0.1:${ports.TXT2IMG_PORT}`)).rejects.toThrow()
  })

  it('stops all when one cannot work as it is set', async () => {
    const { said, exit } = await start({ REFUSES: 'txt2img' })
    expect((await exit)[0]).toBe(1)
    expect(said).toContain('txt2img: DEVICE: no such card')
    expect(said.at(-1)).toMatch(/^txt2img ended with 2;/)
  })
})
