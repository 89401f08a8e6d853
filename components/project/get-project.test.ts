import { afterEach, expect, test, vi } from 'vitest'
import { getProject } from './get-project'

afterEach(() => vi.unstubAllGlobals())

test('work that somebody stopped is not shown as a failure; a real one is', async () => {
  const slot = (code: string, url: string | null) => ({ state: 'failed', url, error: { code, message: '' } })
  const slots = {
    frame: slot('cancelled', null),
    clip: slot('cancelled', '/old.mp4'),
    narration: slot('bad_media', null),
  }
  const body = JSON.stringify({ scenes: [{ id: 's1', slots }] })
  vi.stubGlobal('fetch', async () => new Response(body))
  const [scene] = (await getProject('p1')).scenes
  expect(scene?.slots.frame).toMatchObject({ state: 'missing', error: null })
  expect(scene?.slots.clip).toMatchObject({ state: 'stale', error: null })
  expect(scene?.slots.narration).toMatchObject({ state: 'failed', error: { code: 'bad_media' } })
})
