import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isWanted, MODELS } from './catalogue.mjs'
import { COMMIT, type FakeHub, openFakeHub } from './fake-hub'
import { bytesToCome, fetchAll, needRoom, planFetch } from './fetch.mjs'
import { openHub } from './hub.mjs'

const weights = randomBytes(400_000)
const files = {
  'model_index.json': { bytes: Buffer.from('{}') },
  'unet/config.json': { bytes: Buffer.from('{"a":1}') },
  'unet/diffusion_pytorch_model.fp16.safetensors': { bytes: weights, isLarge: true },
  'unet/diffusion_pytorch_model.safetensors': { bytes: randomBytes(900), isLarge: true },
  'sd_turbo.safetensors': { bytes: randomBytes(900), isLarge: true },
  'README.md': { bytes: Buffer.from('# words') },
}
const UNET = 'unet/diffusion_pytorch_model.fp16.safetensors'
const model = { ...MODELS['sd-turbo'], revision: 'main' }
const more = { firstPauseMs: 1, stallMs: 150 }

let root: string
let server: FakeHub
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'models-'))
  server = await openFakeHub(files)
})
afterEach(async () => {
  await server.close()
  await fs.rm(root, { recursive: true, force: true })
})

const hubOf = (token?: string) => openHub({ endpoint: server.endpoint, token })
const folder = () => path.join(root, model.folder)
const unet = () => path.join(folder(), UNET)

async function fetchModel(): Promise<number> {
  const hub = hubOf()
  const plans = await planFetch([model], { hub, root })
  let bytes = 0
  const onBytes = (count: number) => {
    bytes += count
  }
  await fetchAll(plans, { hub, onBytes, more })
  return bytes
}

describe('fetching a model', () => {
  it('takes what is loaded and nothing else, and says which commit it is', async () => {
    const bytes = await fetchModel()
    const names = await fs.readdir(folder(), { recursive: true })
    expect(names.sort()).toEqual(
      ['.fetched.json', 'REVISION', 'model_index.json', 'unet', 'unet/config.json', UNET].sort(),
    )
    expect((await fs.readFile(path.join(folder(), 'REVISION'), 'utf8')).trim()).toBe(COMMIT)
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
    expect(bytes).toBe(weights.length + 2 + 7)
  })

  it('fetches nothing twice', async () => {
    await fetchModel()
    server.reads.length = 0
    expect(await fetchModel()).toBe(0)
    expect(server.reads).toEqual([])
  })

  it('goes on where the connection broke, as often as it breaks', async () => {
    server.fault = (_request, response, rest) => {
      if (rest.length < 150_000) return false
      response.writeHead(rest.length === weights.length ? 200 : 206, { 'content-length': rest.length })
      response.write(rest.subarray(0, 100_000), () => response.destroy())
      return true
    }
    const bytes = await fetchModel()
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
    const starts = server.reads
      .filter((read) => read.startsWith(UNET))
      .map((read) => Number(read.split(' ')[1]))
    expect(starts.length).toBeGreaterThan(2)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(bytes).toBe(weights.length + 9)
  })

  it('goes on where an earlier run was ended', async () => {
    await fs.mkdir(path.dirname(unet()), { recursive: true })
    await fs.writeFile(`${unet()}.part`, weights.subarray(0, 250_000))
    const plans = await planFetch([model], { hub: hubOf(), root })
    expect(await bytesToCome(plans)).toBe(150_000 + 9)
    await fetchModel()
    expect(server.reads).toContain(`${UNET} 250000`)
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
  })

  it('starts anew with a server that knows no ranges', async () => {
    await fs.mkdir(path.dirname(unet()), { recursive: true })
    await fs.writeFile(`${unet()}.part`, randomBytes(250_000))
    server.fault = (request, response) => {
      if (!request.url?.includes('safetensors')) return false
      response.writeHead(200, { 'content-length': weights.length }).end(weights)
      return true
    }
    expect(await fetchModel()).toBe(weights.length + 9)
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
  })

  it('throws away what an earlier run left that is not the file, and fetches it again', async () => {
    await fs.mkdir(path.dirname(unet()), { recursive: true })
    await fs.writeFile(`${unet()}.part`, randomBytes(250_000))
    await fetchModel()
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
    expect(server.reads.filter((read) => read.startsWith(UNET))).toEqual([`${UNET} 250000`, `${UNET} 0`])
  })

  it('never gives its name to a file with a wrong checksum', async () => {
    server.fault = (_request, response, rest) => {
      if (rest.length < 1_000) return false
      response.writeHead(200, { 'content-length': rest.length }).end(randomBytes(rest.length))
      return true
    }
    await expect(fetchModel()).rejects.toThrow(/checksum/)
    const names = await fs.readdir(folder(), { recursive: true })
    expect(names).not.toContain('REVISION')
    expect(names.filter((name) => name.includes('safetensors'))).toEqual([])
  })

  it('waits for a server that is busy, and not for one that falls silent for good', async () => {
    let tries = 0
    server.fault = (request, response) => {
      if (!request.url?.includes('safetensors') || ++tries > 2) return false
      response.writeHead(503).end()
      return true
    }
    await fetchModel()
    expect(tries).toBe(3)
    await fs.rm(folder(), { recursive: true })
    server.fault = (request) => request.url?.includes('safetensors') ?? false
    await expect(fetchModel()).rejects.toThrow(/no byte for/)
  })

  it('notices later what was changed on the disk', async () => {
    await fetchModel()
    const spoilt = Buffer.from(weights)
    spoilt.writeUInt8((spoilt.readUInt8(0) + 1) % 256, 0)
    await fs.writeFile(unet(), spoilt)
    const [plan] = await planFetch([model], { hub: hubOf(), root, isStrict: true })
    expect(plan?.missing.map((file) => file.path)).toEqual([UNET])
    await fs.truncate(unet(), 10)
    const [quick] = await planFetch([model], { hub: hubOf(), root })
    expect(quick?.missing.map((file) => file.path)).toEqual([UNET])
  })

  it('says what to do about a model whose licence was not accepted on its page', async () => {
    server.fault = (_request, response) => {
      response.writeHead(403).end()
      return true
    }
    await expect(fetchModel()).rejects.toThrow(/HF_TOKEN/)
    await planFetch([model], { hub: hubOf('secret'), root })
    expect(server.tokens.at(-1)).toBe('Bearer secret')
  })

  it('needs room for what is to come', async () => {
    await expect(needRoom(root, 1e15)).rejects.toThrow(/MODEL_DIR/)
    await needRoom(root, 0)
  })
})

describe('the catalogue', () => {
  it('pins every model to a commit and names its licence', () => {
    for (const { revision, licence } of Object.values(MODELS)) {
      expect(revision).toMatch(/^[0-9a-f]{40}$/)
      expect(licence.url).toMatch(/^https:/)
    }
  })

  it('knows the files of diffusers from the copies beside them', () => {
    const { files } = MODELS.svd
    expect(isWanted('image_encoder/model.fp16.safetensors', files)).toBe(true)
    expect(isWanted('feature_extractor/preprocessor_config.json', files)).toBe(true)
    expect(isWanted('svd.safetensors', files)).toBe(false)
    expect(isWanted('unet/diffusion_pytorch_model.safetensors', files)).toBe(false)
    expect(isWanted('unet/deeper/config.json', files)).toBe(false)
  })
})

describe('npm run fetch-models', () => {
  async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
    const child = spawn(
      process.execPath,
      ['scripts/fetch-models.mjs', 'sd-turbo', '--revision=main', ...args],
      {
        env: {
          ...process.env,
          HF_ENDPOINT: server.endpoint,
          MODEL_DIR: root,
          ACCEPT_LICENCES: '',
          HF_TOKEN: '',
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { code, said }
  }

  it('says sizes and licences first, and fetches nothing before they are accepted', async () => {
    const refused = await run()
    expect(refused.code).toBe(1)
    expect(refused.said).toMatch(/3 files, 401 kB\n.*Stability AI Community License.*https:/)
    expect(refused.said).toContain('--accept-licences')
    expect((await run('--list')).code).toBe(0)
    expect(server.reads).toEqual([])
    const done = await run('--accept-licences')
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('100 %') })
    expect((await fs.readFile(unet())).equals(weights)).toBe(true)
  })

  it('names a word it does not know', async () => {
    expect(await run('sd-turbu')).toMatchObject({ code: 1, said: expect.stringContaining('sd-turbu') })
  })
})
