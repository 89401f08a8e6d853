import { deflateSync } from 'node:zlib'
import { expect, startStoryboard, test, WHEN_MADE } from './writer'

/** A PNG of one colour, made by hand: 8-bit RGB, one IDAT chunk (PNG 1.2, W3C). */
function png(width: number, height: number, colour: [number, number, number]): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Buffer) => {
    let c = 0xffffffff
    for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.length)
    const named = Buffer.concat([Buffer.from(name, 'ascii'), body])
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc(named))
    return Buffer.concat([head, named, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour))),
  ])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('A writer can redraw, compare and choose a take', async ({ page, request }) => {
  const { id, read, scenes, path } = await startStoryboard(request, 'Takes')
  const first = (await scenes())[0]?.id ?? ''
  await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames', sceneIds: [first] } })
  const frame = async () => (await read()).scenes[0]?.slots.frame
  await expect.poll(async () => (await frame())?.state, WHEN_MADE).toBe('ready')
  const old = (await frame())?.fingerprint

  await page.goto(path)
  await page.getByRole('button', { name: /^Draw another/ }).click()
  await expect.poll(async () => (await frame())?.fingerprint, WHEN_MADE).not.toBe(old)
  await expect.poll(async () => (await frame())?.state, WHEN_MADE).toBe('ready')

  await page.getByRole('radio', { name: 'Takes' }).click()
  const strip = page.getByRole('listbox', { name: 'Takes in the order they were made' })
  await expect(strip.getByRole('option')).toHaveCount(2)
  await strip.getByRole('option').first().click()
  await page.keyboard.press('a')
  await expect.poll(async () => (await scenes())[0]?.pins.frame).toBe(old)
  expect((await frame())?.fingerprint).toBe(old)
})

test('A writer can bring a picture of their own, and it survives redoing everything', async ({
  page,
  request,
}) => {
  const { id, read, scenes, path } = await startStoryboard(request, 'Upload')
  await page.goto(path)
  await page.getByRole('radio', { name: 'Takes' }).click()
  await page.locator('main input[type=file]').setInputFiles({
    name: 'my picture.png',
    mimeType: 'image/png',
    buffer: png(320, 180, [200, 60, 40]),
  })
  await expect.poll(async () => (await scenes())[0]?.pins.frame, WHEN_MADE).toBeTruthy()
  const mine = (await scenes())[0]?.pins.frame
  await request.post(`/api/projects/${id}/targets`, { data: { type: 'frames' } })
  await expect
    .poll(async () => (await read()).scenes.every((s) => s.slots.frame.state === 'ready'), WHEN_MADE)
    .toBe(true)
  expect((await read()).scenes[0]?.slots.frame.fingerprint).toBe(mine)
})

test.describe('with a file that is none', () => {
  test.use({ expectedErrors: /422/ })

  test('A writer is told what it is, and nothing changes', async ({ page, request }) => {
    const { scenes, path } = await startStoryboard(request, 'Zip')
    const before = await scenes()
    await page.goto(path)
    await page.getByRole('radio', { name: 'Takes' }).click()
    await page.locator('main input[type=file]').setInputFiles({
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200)]),
    })
    await expect(page.getByRole('alert').filter({ hasText: /zip/i })).toBeVisible()
    expect(await scenes()).toEqual(before)
  })
})
