import { expect, test, vi } from 'vitest'
import type { MakeSound } from './mixer'
import { openSoundLibrary } from './sound-library'

const speech = (name: string) => ({ fingerprint: name, url: `/${name}.wav`, durationMs: 1_000 })
const buffer = { duration: 1 } as AudioBuffer

test('a sound is asked for once, and announced when it is there', async () => {
  const make = vi.fn<MakeSound>(async () => buffer)
  const arrived = Promise.withResolvers<void>()
  const library = openSoundLibrary(make, arrived.resolve)
  expect(library.voice(speech('a'))).toBeUndefined()
  expect(library.voice(speech('a'))).toBeUndefined()
  await arrived.promise
  expect(library.voice(speech('a'))).toBe(buffer)
  expect(make).toHaveBeenCalledTimes(1)
})

test('what could not be had is asked for again, but not at once', async () => {
  let now = 0
  const refused = Promise.reject(new Error('404'))
  const make = vi.fn<MakeSound>(() => refused)
  const library = openSoundLibrary(
    make,
    () => {},
    () => now,
  )
  library.voice(speech('a'))
  await refused.catch(() => {})
  await vi.waitFor(() => {
    now += 3_000
    library.voice(speech('a'))
    expect(make).toHaveBeenCalledTimes(2)
  })
  library.voice(speech('a'))
  expect(make).toHaveBeenCalledTimes(2)
})

test('after 300 scenes only the last few lines are held', async () => {
  const make = vi.fn<MakeSound>(async () => buffer)
  const library = openSoundLibrary(make, () => {})
  for (let i = 0; i < 300; i++) library.voice(speech(`${i}`))
  await make.mock.results.at(-1)?.value
  make.mockClear()
  for (let i = 0; i < 300; i++) library.voice(speech(`${299 - i}`))
  expect(make.mock.calls.length).toBeGreaterThan(280)
})
