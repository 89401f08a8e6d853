import { describe, expect, it } from 'vitest'
import models from '@/inference/contract/models.json'
import type { Look } from './ask'
import { type ModelCard, modelsAnswerSchema } from './card'
import { placeOf } from './group'
import type { Connection } from './schema'
import type { EngineRow } from './store'
import { surveyed } from './survey'

const images: Connection = { service: 'images', urls: [], key: null, model: null, from: 'settings' }
const [sdTurbo] = modelsAnswerSchema.parse(models.images).data as [ModelCard]
const other: ModelCard = { ...sdTurbo, id: 'sdxl-turbo', revision: 'two', device_uuid: 'GPU-2' }
const [early, late] = [new Date('2026-01-01'), new Date('2026-01-02')]

const looked = (url: string, card: ModelCard | null, changes: Partial<Look['view']> = {}): Look => ({
  card,
  view: {
    url,
    state: card ? 'ready' : 'unavailable',
    message: card ? '' : 'It is away.',
    fix: '',
    latencyMs: 1,
    model: card?.id ?? null,
    device: null,
    dtype: null,
    loaded: null,
    memory: null,
    waiting: null,
    checkedAt: '',
    ...changes,
  },
})
const [only] = surveyed(images, [looked('http://a', sdTurbo)], [], early) as [EngineRow]

describe('a survey', () => {
  it('makes one engine of addresses that serve the same model, and two of two models', () => {
    const same = surveyed(images, [looked('http://a', sdTurbo), looked('http://b', sdTurbo)], [], early)
    expect(same.map(({ facts }) => facts.urls)).toEqual([['http://a', 'http://b']])
    const two = surveyed(images, [looked('http://a', sdTurbo), looked('http://b', other)], [], early)
    expect(two.map(({ identity }) => identity)).toEqual([
      'images/stabilityai/sd-turbo@b261bac6fd2c',
      'images/sdxl-turbo@two',
    ])
  })

  it('keeps an engine whose address is away, with its address, its group and when it was seen', () => {
    const [row] = surveyed(images, [looked('http://a', null)], [only], late)
    expect(row).toMatchObject({
      identity: only.identity,
      state: 'unavailable',
      seenAt: early,
      lastError: { message: 'It is away.', at: late.toISOString() },
      facts: { urls: ['http://a'], group: only.facts.group, abilities: only.facts.abilities },
    })
    const [still] = surveyed(images, [looked('http://a', null)], row ? [row] : [], new Date())
    expect(still?.lastError, 'since when, not when last').toEqual(row?.lastError)
  })

  it('is ready while one address is, and remembers what the other one said', () => {
    const [row] = surveyed(images, [looked('http://a', sdTurbo), looked('http://b', null)], [only], late)
    expect(row).toMatchObject({ state: 'ready', facts: { urls: ['http://a'] } })
    const both = surveyed(images, [looked('http://a', sdTurbo), looked('http://b', sdTurbo)], [], early)
    const [half] = surveyed(images, [looked('http://a', sdTurbo), looked('http://b', null)], both, late)
    expect(half).toMatchObject({ state: 'ready', lastError: { message: 'It is away.' } })
    expect(half?.facts.urls).toEqual(['http://a', 'http://b'])
  })

  it('leaves an engine without addresses when another model stands there, or nothing does', () => {
    const [now, gone] = surveyed(images, [looked('http://a', other)], [only], late)
    expect(now).toMatchObject({ identity: 'images/sdxl-turbo@two', state: 'ready' })
    expect(gone).toMatchObject({ identity: only.identity, state: 'unavailable', facts: { urls: [] } })
    expect(surveyed(images, [], [only], late)).toMatchObject([{ state: 'unavailable', facts: { urls: [] } }])
  })

  it('knows nothing of an address that never said what it serves', () => {
    expect(surveyed(images, [looked('http://a', null)], [], early)).toEqual([])
  })
})

describe('who takes turns', () => {
  const onCard = (card: Partial<ModelCard>) => ({ card: { ...sdTurbo, ...card } })
  const cpu = { device: 'cpu', device_uuid: null }

  it('is everybody on one exclusive card, but not what runs on processors', () => {
    expect(placeOf('images', [onCard({})], true)).toEqual({ group: 'gpu', lanes: 1 })
    expect(placeOf('speech', [onCard(cpu)], true)).toEqual({ group: 'speech', lanes: 1 })
  })

  it('are two services that name the same card', () => {
    const place = placeOf('images', [onCard({})], false)
    expect(place).toEqual(placeOf('videos', [onCard({})], false))
    expect(place.lanes).toBe(1)
  })

  it('are the addresses of a service, one lane each, when they are on cards of their own', () => {
    const looks = [onCard({}), onCard({ device_uuid: 'GPU-2' }), { card: null }]
    expect(placeOf('images', looks, false)).toEqual({ group: 'images', lanes: 3 })
    expect(placeOf('images', [onCard({ device_uuid: null })], false)).toEqual({ group: 'images', lanes: 1 })
  })
})
