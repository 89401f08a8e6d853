import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { isPublic } from '@/lib/project/callback/address'
import { deliverCallbacks } from '@/lib/project/callback/deliver'
import { callbackSecret, signatureOf } from '@/lib/project/callback/send'
import { findDelivery, insertDelivery } from '@/lib/project/callback/store'
import { settleTask } from '@/lib/task/store'
import { createTestDatabase } from '@/tests/kit/database'
import { post } from './caller'

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

let server: Server
let address: string
let heard: Heard[] = []
let answer: () => { status: number; location?: string } = () => ({ status: 204 })

beforeAll(async () => {
  await createTestDatabase()
  Object.assign(env, { callbackPrivate: true, studioSecret: 'of the test' })
  server = createServer(async (request, response) => {
    heard.push({ headers: request.headers, body: await text(request) })
    const { status, location } = answer()
    response.writeHead(status, location ? { location } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterAll(() => server.close())
beforeEach(async () => {
  // What another test left is due again some time.
  await db().delivery.deleteMany()
  heard = []
  answer = () => ({ status: 204 })
})

/** A call whose task has ended. */
async function endedCall(): Promise<string> {
  const story = `A fox slept under tree ${Math.random()}.`
  const { status, body } = await post('storyboard', { story, callback_url: address }, '')
  expect(status).toBe(202)
  await inTransaction((tx) => settleTask(tx, body.task_id, { status: 'cancelled' }))
  return body.task_id
}

describe('a callback', () => {
  it('is one signed POST of the finished task, and not one before', async () => {
    const { body } = await post('storyboard', { story: 'A fox.', callback_url: address }, '')
    expect(await deliverCallbacks()).toBe(0)
    await inTransaction((tx) => settleTask(tx, body.task_id, { status: 'cancelled' }))
    expect(await deliverCallbacks()).toBe(1)
    expect(await deliverCallbacks()).toBe(0)
    expect(heard).toHaveLength(1)
    const [call] = heard as [Heard]
    expect(JSON.parse(call.body)).toMatchObject({ task_id: body.task_id, status: 'cancelled' })
    const timestamp = Number(call.headers['x-studio-timestamp'])
    expect(Math.abs(timestamp - Date.now() / 1000)).toBeLessThan(60)
    expect(call.headers['x-studio-signature']).toBe(signatureOf(timestamp, call.body, callbackSecret()))
    expect(signatureOf(timestamp, `${call.body} `)).not.toBe(call.headers['x-studio-signature'])
    expect(await findDelivery(body.task_id)).toMatchObject({ state: 'done', attempt: 1, outcome: '204' })
  })

  it('is tried again later when the receiver fails, and the task tells how it went', async () => {
    answer = () => ({ status: 500 })
    const id = await endedCall()
    const triedAt = Date.now()
    await deliverCallbacks()
    const delivery = await findDelivery(id)
    expect(delivery).toMatchObject({ state: 'pending', attempt: 1, outcome: '500' })
    expect(delivery?.at.getTime()).toBeGreaterThan(triedAt + 3_000)
  })

  it('follows no redirect', async () => {
    answer = () => ({ status: 302, location: `${address}/elsewhere` })
    const id = await endedCall()
    await deliverCallbacks()
    expect(heard).toHaveLength(1)
    expect(await findDelivery(id)).toMatchObject({ state: 'pending', outcome: '302' })
  })

  it('that nobody answers is a failed try, not an error of the runner', async () => {
    const { body } = await post('storyboard', { story: 'A hare.' }, '')
    await insertDelivery(body.task_id, 'http://127.0.0.1:1/')
    await inTransaction((tx) => settleTask(tx, body.task_id, { status: 'cancelled' }))
    await deliverCallbacks()
    expect(await findDelivery(body.task_id)).toMatchObject({ state: 'pending', outcome: 'ECONNREFUSED' })
  })

  it('never leads into a private network unless that is allowed', async () => {
    const id = await endedCall()
    Object.assign(env, { callbackPrivate: false })
    try {
      for (const url of [
        address,
        'http://localhost/',
        'http://[::1]/',
        'http://169.254.169.254/',
        'http://0x7f.1/',
      ]) {
        const { status, body } = await post('storyboard', { story: 'x', callback_url: url }, '')
        expect(status, url).toBe(400)
        expect(body.error.details[0].field).toBe('callback_url')
      }
      // A name that has come to lead there since the call was made.
      await deliverCallbacks()
      expect(heard).toEqual([])
      expect((await findDelivery(id))?.outcome).toMatch(/private/)
    } finally {
      Object.assign(env, { callbackPrivate: true })
    }
  })

  it.each(['ftp://example.org', 'http://a:b@example.org/', 'nonsense', 7])(
    '%s is refused by name',
    async (url) => {
      const { status, body } = await post('storyboard', { story: 'x', callback_url: url }, '')
      expect(status).toBe(400)
      expect(body.error.details[0].field).toBe('callback_url')
    },
  )
})

it('addresses of the internet are told from all others', () => {
  for (const ip of ['8.8.8.8', '2606:4700::1111', '::ffff:1.1.1.1']) expect(isPublic(ip), ip).toBe(true)
  const inner = [
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
  ]
  const inner6 = [
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ]
  for (const ip of [...inner, ...inner6, '224.0.0.1', 'ff02::1', 'x']) expect(isPublic(ip), ip).toBe(false)
})
