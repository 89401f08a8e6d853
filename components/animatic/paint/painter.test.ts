import { expect, test } from 'vitest'
import type { FrameRequest } from '@/lib/engine/contract'
import type { FromPainter, ToPainter } from './messages'
import { paintKey } from './paint-key'
import { keepPictures } from './painted-pictures'
import { openPainter, type PainterWorker } from './painter'

const request = (scene: string): FrameRequest => ({
  prompt: { scene, cast: [], style: '', negative: '' },
  width: 384,
  height: 216,
  steps: null,
  guidance: null,
  seed: 1,
})

/** A worker that paints when it is told to. */
function bench() {
  const begun: string[] = []
  let current = 0
  const worker: PainterWorker = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage(message: ToPainter) {
      if (message.kind !== 'paint') return
      current = message.id
      begun.push(message.request.prompt.scene)
    },
  }
  const answer = (data: FromPainter) => worker.onmessage?.({ data } as MessageEvent<FromPainter>)
  return {
    begun,
    painter: openPainter(() => worker),
    finish: () =>
      answer({ kind: 'picture', id: current, picture: { scene: begun.at(-1) } as unknown as ImageBitmap }),
    collapse: () => worker.onerror?.({ message: 'no such worker' } as ErrorEvent),
    fail: () => answer({ kind: 'failed', id: current, reason: 'out of paper' }),
  }
}

test('one picture is painted at a time, in order, the urgent ones first', async () => {
  const { painter, begun, finish } = bench()
  const orders = [
    painter.paint('picture', request('a')),
    painter.paint('picture', request('b')),
    painter.paint('picture', request('typed'), { urgent: true }),
  ]
  expect(begun).toEqual(['a'])
  finish()
  finish()
  finish()
  await Promise.all(orders)
  expect(begun).toEqual(['a', 'typed', 'b'])
})

test('what is taken back before it was begun is never painted; what was begun is still answered', async () => {
  const { painter, begun, finish } = bench()
  const first = new AbortController()
  const second = new AbortController()
  const begunOne = painter.paint('picture', request('a'), { signal: first.signal })
  const waitingOne = painter.paint('picture', request('b'), { signal: second.signal })
  first.abort()
  second.abort()
  await expect(waitingOne).rejects.toThrow()
  finish()
  await expect(begunOne).resolves.toBeDefined()
  expect(begun).toEqual(['a'])
})

test('a picture that fails does not hold up the next', async () => {
  const { painter, finish, fail } = bench()
  const failing = painter.paint('picture', request('a'))
  const next = painter.paint('picture', request('b'))
  fail()
  await expect(failing).rejects.toThrow('out of paper')
  finish()
  await expect(next).resolves.toBeDefined()
})

test('a worker that does not load keeps nobody waiting', async () => {
  const { painter, begun, collapse } = bench()
  const orders = [painter.paint('picture', request('a')), painter.paint('picture', request('b'))]
  collapse()
  collapse()
  expect((await Promise.allSettled(orders)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(begun).toEqual(['a', 'b'])
})

test('a picture is painted once for all who ask, and kept', async () => {
  const { painter, begun, finish } = bench()
  const pictures = keepPictures(painter)
  const both = [pictures.paint(request('a')), pictures.paint(request('a'))]
  finish()
  const [one, other] = await Promise.all(both)
  expect(one).toBe(other)
  expect(await pictures.paint(request('a'))).toBe(one)
  expect(pictures.find(request('a'))).toBe(one)
  expect(begun).toEqual(['a'])
})

test('an order is taken back only when nobody waits for it any more', async () => {
  const { painter, begun, finish } = bench()
  const pictures = keepPictures(painter)
  const [card, panel] = [new AbortController(), new AbortController()]
  const busy = pictures.paint(request('busy'))
  const one = pictures.paint(request('a'), { signal: card.signal })
  const other = pictures.paint(request('a'), { signal: panel.signal })
  card.abort()
  finish()
  finish()
  await expect(Promise.all([busy, one, other])).resolves.toHaveLength(3)
  expect(begun).toEqual(['busy', 'a'])
})

test('only so many pictures are kept, the oldest going first', async () => {
  const { painter, finish } = bench()
  const pictures = keepPictures(painter, 2)
  for (const scene of ['a', 'b', 'c']) {
    const painted = pictures.paint(request(scene))
    finish()
    await painted
  }
  expect(['a', 'b', 'c'].map((scene) => pictures.find(request(scene)) !== undefined)).toEqual([
    false,
    true,
    true,
  ])
})

test('a picture’s key holds what the painter reads and nothing else', () => {
  const plain = request('a')
  expect(paintKey({ ...plain, steps: 4, guidance: 2 })).toBe(paintKey(plain))
  expect(paintKey({ ...plain, seed: 2 })).not.toBe(paintKey(plain))
  expect(paintKey({ ...plain, prompt: { ...plain.prompt, style: 'noir' } })).not.toBe(paintKey(plain))
})
