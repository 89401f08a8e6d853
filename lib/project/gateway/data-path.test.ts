import { describe, expect, it } from 'vitest'
import { filmUrl, slotUrl } from '../address'
import { readDataPath } from './data-path'

const projectId = '3f0c6a5e-7d1b-4c55-9a8e-2f6d0b9c1e47'
const fingerprint = 'ab'.repeat(32)

describe('a path below /data/', () => {
  it('is read as it was given out', () => {
    for (const slot of ['frame', 'clip', 'narration'] as const) {
      const url = slotUrl(projectId, 'scene-1', slot, fingerprint)
      expect(readDataPath(url)).toMatchObject({
        kind: 'slot',
        slot,
        projectId,
        sceneId: 'scene-1',
        fingerprint,
      })
    }
    for (const extension of ['mp4', 'srt', 'vtt', 'manifest.json', 'jpg']) {
      const url = filmUrl(projectId, fingerprint, extension)
      expect(readDataPath(url)).toEqual({ kind: 'film', projectId, fingerprint, extension })
    }
  })

  it.each([
    `/data/frames/${projectId}/../../${fingerprint}.png`,
    `/data/frames/${projectId}/scene-1-${fingerprint}.mp4`,
    `/data/clips/${projectId}/scene-1-${fingerprint}.png`,
    `/data/frames/${projectId}/scene 1-${fingerprint}.png`,
    `/data/frames/${projectId}/scene-1-${fingerprint.slice(1)}.png`,
    `/data/frames/${projectId}/scene-1-${fingerprint.toUpperCase()}.png`,
    `/data/segments/${projectId}/scene-1-${fingerprint}.mp4`,
    `/data/final/${projectId}/${fingerprint}.mp4.exe`,
    `/data/final/x/${fingerprint}.mp4`,
    `http://evil.example/data/final/${projectId}/${fingerprint}.mp4`,
    '/etc/passwd',
    '',
  ])('that was never given out opens nothing: %s', (path) => {
    expect(readDataPath(path)).toBeNull()
  })
})
