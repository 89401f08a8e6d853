import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { boundMemory, NODE_ARGS } from '@/scripts/start/memory.mjs'
import { compose } from './compose'
import { lastOf, read, root, stagesOf, variablesOf, wholeStage } from './dockerfile'

const FILES = fs
  .readdirSync(path.join(root, 'docker'))
  .filter((name) => name.startsWith('Dockerfile.'))
  .map((name) => `docker/${name}`)

const ignored = read('.dockerignore')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
const isSent = (source: string) =>
  !ignored.some(
    (line) => source === line || source.startsWith(`${line}/`) || line.startsWith(`${source}/`.slice(1)),
  )

/** Every image that a service of ours is built as: `[service, dockerfile, target]`. */
const BUILT = Object.entries(compose.services).flatMap(([name, { build }]) =>
  build ? [[name, path.join('docker', build.context, build.dockerfile), build.target ?? ''] as const] : [],
)

describe.each(FILES)('%s', (file) => {
  const stages = stagesOf(file)

  it('begins with images of a fixed version', () => {
    const names = new Set(stages.map(({ name }) => name))
    for (const { from } of stages.filter((stage) => !names.has(stage.from))) {
      expect(from).toMatch(/^[\w./-]+:v?\d+(\.\d+)+[\w.-]*(@sha256:[0-9a-f]{64})?$/)
    }
  })

  it('copies what is there and is sent to the builder', () => {
    for (const { word, rest } of stages.flatMap((stage) => stage.instructions)) {
      if (word !== 'COPY' || rest.startsWith('--from')) continue
      const sources = rest.split(/\s+/).slice(0, -1)
      for (const source of sources) {
        expect(fs.existsSync(path.join(root, source)), source).toBe(true)
        if (source !== '.') expect(isSent(source), `${source} is in .dockerignore`).toBe(true)
      }
    }
  })

  it('does nothing but what a script does that runs anywhere', () => {
    for (const { word, rest } of stages.flatMap((stage) => stage.instructions)) {
      if (word !== 'RUN' || rest.startsWith('install -d ')) continue
      const script = /(?:sh|node) (docker\/steps\/[\w-]+\.(?:sh|mjs))/.exec(rest)?.[1]
      expect(script, rest).toBeDefined()
      expect(fs.existsSync(path.join(root, script ?? '')), script).toBe(true)
    }
  })
})

describe.each(BUILT)('the image of %s', (_service, file, target) => {
  const instructions = wholeStage(stagesOf(file), target)

  it('does not run as root, and says whether it is well', () => {
    const user = lastOf(instructions, 'USER')
    expect(user).toBeDefined()
    expect(user).not.toMatch(/^(root|0)(:|$)/)
    expect(lastOf(instructions, 'HEALTHCHECK')).toMatch(/CMD \[/)
  })

  it('starts and checks by programs and files it has', () => {
    const words = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'].flatMap((word) => {
      const list = /\[.*\]/.exec(lastOf(instructions, word) ?? '')?.[0]
      return list ? (JSON.parse(list) as string[]) : []
    })
    for (const word of words.filter((one) => /^docker\/.*\.(mjs|py|sh)$/.test(one))) {
      expect(fs.existsSync(path.join(root, word)), word).toBe(true)
    }
    expect(words.length).toBeGreaterThan(0)
  })
})

describe('the steps', () => {
  it('are all used', () => {
    const texts = [...FILES, ...steps()].map(read).join('\n')
    for (const step of steps()) expect(texts, step).toContain(path.basename(step))
  })

  it('are clean shell where they are shell', () => {
    for (const step of steps().filter((name) => name.endsWith('.sh'))) {
      expect(read(step), step).toMatch(/^#!\/bin\/sh\n# .*\n(?:# .*\n)*set -eu\n/)
    }
  })
})

const steps = () => fs.readdirSync(path.join(root, 'docker/steps')).map((name) => `docker/steps/${name}`)

describe('the studio’s images', () => {
  const stages = stagesOf('docker/Dockerfile.studio')

  it.each(['web', 'runner'])('%s runs Node as npm start does', (target) => {
    const command = JSON.parse(lastOf(wholeStage(stages, target), 'CMD') ?? '')
    expect(command).toEqual(['node', ...NODE_ARGS, 'docker/entry.mjs', target])
    const memory: Record<string, string> = {}
    boundMemory(memory as unknown as NodeJS.ProcessEnv)
    expect(variablesOf(wholeStage(stages, target))).toMatchObject(memory)
  })
})
