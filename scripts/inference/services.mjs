/** The three inference services as users start them, on tiny models of random weights: for tests of the studio with them. */
import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { eachLine } from '../start/lines.mjs'

const START_WITHIN_MS = 90_000
const isWindows = process.platform === 'win32'
const run = promisify(execFile)

/** What keeps a film of a few small scenes within a test's patience on two cores. */
const OWN = {
  txt2img: { MAX_PIXELS: String(128 * 64) },
  img2vid: { MAX_PIXELS: String(128 * 64) },
  tts: { TTS_BACKEND: 'espeak' },
}

/**
 * `{ urls, log, kill, stop }`. `programs` is where the environment's python lies. `log` is what the services said;
 * `kill(name)` ends one as a power cut would.
 */
export async function startServices({ root, programs }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'studio-models-'))
  const python = path.join(programs, isWindows ? 'python.exe' : 'python')
  const inference = path.join(root, 'inference')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    PYTHONPATH: path.join(inference, 'src'),
    HF_HUB_OFFLINE: '1',
    OMP_NUM_THREADS: '1',
    MODEL_DIR: folder,
    DEVICE: 'cpu',
    PORT: '0',
    KEEP_ALIVE: '-1',
    ...(process.env.FFMPEG_PATH ? { FFMPEG_PATH: process.env.FFMPEG_PATH } : {}),
  }
  const make = (...args) => run(python, args, { cwd: inference, env })
  const log = []
  const services = {}
  const stop = async () => {
    await Promise.all(Object.values(services).map(({ child, ended }) => child.kill('SIGTERM') && ended))
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    await make('tests/tiny_models.py', 'sd-turbo', folder)
    await make('tests/tiny_svd.py', path.join(folder, 'stabilityai/stable-video-diffusion-img2vid'))
    const started = Object.entries(OWN).map(async ([name, own]) => {
      services[name] = startService(python, name, { cwd: inference, env: { ...env, ...own } }, log)
      return [name, await services[name].address]
    })
    return {
      urls: Object.fromEntries(await Promise.all(started)),
      log,
      kill: async (name) => {
        services[name].child.kill('SIGKILL')
        await services[name].ended
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw new Error(`the inference services did not start: ${error.message}\n${log.join('\n')}`, {
      cause: error,
    })
  }
}

/** The service, ended when its standard input closes: nothing is left of it when the tests are killed. */
const LEASHED = `
import os, runpy, sys, threading
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(0)), daemon=True).start()
runpy.run_module("storytovideo_inference", run_name="__main__", alter_sys=True)
`

/** `{ child, address, ended }`; the address is said on standard error once the service listens. */
function startService(python, name, options, log) {
  const child = spawn(python, ['-c', LEASHED, name], {
    ...options,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const said = Promise.withResolvers()
  const late = setTimeout(() => said.reject(new Error(`${name} said no address`)), START_WITHIN_MS)
  eachLine(child.stderr, (line) => {
    log.push(`${name}: ${line}`)
    const [, address] = /running on (http:\/\/\S+)/.exec(line) ?? []
    if (address) said.resolve(address)
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  ended.then((code) => said.reject(new Error(`${name} ended with ${code}`)))
  child.once('error', said.reject)
  return { child, ended, address: said.promise.finally(() => clearTimeout(late)) }
}
