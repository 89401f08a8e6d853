import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENV_NAMES, readEnv } from '@/lib/base/env'
import { MODELS, OLLAMA_MODEL, USUAL } from '@/scripts/models/catalogue.mjs'
import { askedVariables, type ComposeService, compose, exampleLines, serviceVariables } from './compose'
import { lastOf, root, stagesOf, variablesOf, wholeStage } from './dockerfile'

/** Set by the images themselves, or of no use in them: their ffmpeg is the packages' own. */
const OF_THE_IMAGE = ['NODE_ENV', 'DATA_DIR', 'HOST', 'PORT', 'FFMPEG_PATH', 'FFPROBE_PATH']
/** Of the scripts that run once. */
const OF_SCRIPTS = ['MODEL_DIR', 'ACCEPT_LICENCES', 'HF_ENDPOINT', 'HF_TOKEN', 'OLLAMA_URL', 'OLLAMA_MODEL']
const SERVICES = ['txt2img', 'img2vid', 'tts'] as const

const service = (name: string): ComposeService => {
  const found = compose.services[name]
  if (!found) throw new Error(`no service ${name}`)
  return found
}
const namesOf = (name: string) => Object.keys(service(name).environment ?? {})
const inProfile = (profile: string) =>
  Object.entries(compose.services)
    .filter(([, { profiles }]) => !profiles || profiles.includes(profile))
    .map(([name]) => name)

describe('the compose file', () => {
  it('hands every variable of the studio to its processes, and none that they do not know', () => {
    for (const name of ['web', 'runner', 'bucket']) {
      expect([...namesOf(name), ...OF_THE_IMAGE].sort(), name).toEqual([...ENV_NAMES].sort())
    }
  })

  it.each(SERVICES)('hands %s what its settings know', (name) => {
    const known = serviceVariables(name)
    const given = [...namesOf(name), ...(name === 'tts' ? namesOf('tts-cpu') : [])]
    for (const variable of given) expect([...known.keys()], variable).toContain(variable)
  })

  it('hands the scripts what they read', () => {
    for (const name of ['fetch-models', 'pull-model', 'pull-model-cpu']) {
      for (const variable of namesOf(name)) expect(OF_SCRIPTS).toContain(variable)
    }
  })

  it('has an example that names every variable, with the default that holds', () => {
    const asked = askedVariables()
    const lines = exampleLines()
    expect([...new Set(lines.map(([name]) => name))].sort()).toEqual([...asked.keys()].sort())
    for (const [name, value, isComment] of lines) {
      const fallback = asked.get(name)
      // Without a comment mark are exactly those that have to be filled in.
      expect(isComment, name).toBe(fallback !== undefined)
      const examples = lines.filter(([other]) => other === name).map(([, other]) => other)
      if (fallback && !fallback.includes('@sha256:')) expect(examples, name).toContain(fallback)
      expect(isComment || value === '', name).toBe(true)
    }
  })

  it('starts a studio from its example', () => {
    const asked = askedVariables()
    const given = Object.fromEntries(exampleLines().map(([name, value]) => [name, value]))
    const filled = (text: string) =>
      text.replace(/\$\{(\w+)[^}]*\}/g, (_, name) => given[name] || (asked.get(name) ?? 'x'.repeat(24)))
    const variables = Object.entries(service('web').environment ?? {})
    const env = readEnv(Object.fromEntries(variables.map(([name, value]) => [name, filled(value)])))
    expect(env).toMatchObject({ storage: 's3', studioKey: 'x'.repeat(24) })
    const nothingMore = variables.map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)[^}]*\}/g, (_, asking) => asked.get(asking) ?? 'x'),
    ])
    expect(readEnv(Object.fromEntries(nothingMore)).s3.endpoint).toBe('http://minio:9000')
  })

  it('names build contexts, files and stages that exist', () => {
    for (const [name, { build }] of Object.entries(compose.services)) {
      if (!build) continue
      const file = path.join('docker', build.context, build.dockerfile)
      expect(fs.existsSync(path.join(root, file)), name).toBe(true)
      const stages = stagesOf(file)
      if (build.target) expect(stages.map((stage) => stage.name)).toContain(build.target)
      const args = stages.flatMap((stage) => stage.instructions).filter(({ word }) => word === 'ARG')
      for (const arg of Object.keys(build.args ?? {})) {
        expect(
          args.map(({ rest }) => rest.split('=')[0]),
          `${name} ${arg}`,
        ).toContain(arg)
      }
    }
  })

  it('uses other people’s images at a fixed version', () => {
    for (const { image, build } of Object.values(compose.services)) {
      if (build) continue
      expect(image).toMatch(/:(v?\d[\w.-]*|RELEASE[\w.-]+)(@sha256:[0-9a-f]{64})?\}$/)
    }
  })

  it('has volumes for everything that is kept, declared and used', () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? [])
    const names = new Set(used.map((volume) => volume.split(':')[0] ?? ''))
    expect([...names].sort()).toEqual(Object.keys(compose.volumes).sort())
  })

  it('says of everything that stays whether it is well, and starts it again', () => {
    for (const [name, { command, healthcheck, build, restart }] of Object.entries(compose.services)) {
      const isOneShot = healthcheck?.disable === true
      expect(restart, name).toBe(isOneShot ? undefined : 'unless-stopped')
      if (isOneShot) expect(command?.[0], name).toBe('node')
      else if (!build) expect(healthcheck?.test?.[0], name).toBe('CMD')
    }
  })

  it('publishes the studio and nothing else, on this machine unless told otherwise', () => {
    const published = Object.entries(compose.services).filter(([, { ports }]) => ports)
    expect(published.map(([name]) => name)).toEqual(['web'])
    expect(service('web').ports).toEqual([`\${BIND_ADDRESS:-127.0.0.1}:\${WEB_PORT:-3000}:3000`])
  })
})

describe('the profiles', () => {
  it.each(['none', 'cpu', 'gpu', 'frp'])('%s needs nothing that is not in it', (profile) => {
    const names = inProfile(profile)
    for (const name of names) {
      for (const other of Object.keys(service(name).depends_on ?? {})) expect(names, name).toContain(other)
    }
  })

  it('without one are the studio and what it stands on', () => {
    expect(inProfile('none')).toEqual(['postgres', 'minio', 'bucket', 'web', 'runner'])
  })

  it('gpu brings all models, and their weights before them', () => {
    const names = inProfile('gpu')
    for (const name of ['ollama', 'pull-model', 'fetch-models', ...SERVICES]) expect(names).toContain(name)
    for (const name of SERVICES) {
      expect(service(name).depends_on).toEqual({
        'fetch-models': { condition: 'service_completed_successfully' },
      })
      expect(service(name).volumes).toContain('models:/models:ro')
      expect(service(name).deploy?.resources.reservations.devices[0]?.device_ids[0]).toBe(
        `\${${name.toUpperCase()}_GPU:-0}`,
      )
    }
    expect(service('fetch-models').command?.slice(2)).toEqual(USUAL)
    expect(service('pull-model').command?.slice(2)).toEqual([OLLAMA_MODEL.name])
  })

  it('gpu asks each service for a model that is fetched for it', () => {
    const variable = { txt2img: 'TXT2IMG_MODEL', img2vid: 'IMG2VID_MODEL', tts: 'TTS_MODEL' }
    for (const name of SERVICES) {
      const fetched = USUAL.map((model) => MODELS[model as keyof typeof MODELS]).find(
        (m) => m.service === name,
      )
      expect(askedVariables().get(variable[name])).toBe(fetched?.folder)
      expect(serviceVariables(name).get('MODEL')).toBe(`"${fetched?.folder}"`)
    }
  })

  it('ports of images, settings, health checks and addresses agree', () => {
    const addresses = exampleLines().map(([, value]) => value)
    for (const name of SERVICES) {
      const file = name === 'tts' ? 'docker/Dockerfile.tts' : 'docker/Dockerfile.diffusion'
      const image = wholeStage(stagesOf(file), name)
      const port = serviceVariables(name).get('PORT') ?? ''
      expect(lastOf(image, 'EXPOSE')).toBe(port)
      expect(variablesOf(image).PORT).toBe(port)
      expect(addresses).toContain(`http://${name}:${port}`)
    }
    const web = wholeStage(stagesOf('docker/Dockerfile.studio'), 'web')
    expect(lastOf(web, 'EXPOSE')).toBe(String(readEnv({}).port))
    expect(variablesOf(web)).toMatchObject({ HOST: '0.0.0.0', NODE_ENV: 'production' })
  })

  it('one card is shared by turns, two are not', () => {
    expect(askedVariables().get('GPU_LOCK_FILE')).toMatch(/^\/run\/gpu\//)
    for (const name of SERVICES) {
      expect(service(name).volumes).toContain('gpu:/run/gpu')
      expect(service(name).environment?.GPU_LOCK_FILE).toBe(`\${GPU_LOCK_FILE-/run/gpu/card.lock}`)
    }
    expect(exampleLines()).toContainEqual(['IMG2VID_GPU', '1', true])
  })
})
