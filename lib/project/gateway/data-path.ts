import type { Slot } from '@/lib/storyboard/schema'

/** What a path below `/data/` names. */
export type DataPath =
  | { kind: 'slot'; slot: Slot; projectId: string; sceneId: string; fingerprint: string; extension: string }
  | { kind: 'film'; projectId: string; fingerprint: string; extension: string }

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const SLOT_PATH = new RegExp(
  `^/data/(frames|clips|audio)/(${UUID})/([A-Za-z0-9_-]{1,64})-([0-9a-f]{64})\\.(png|mp4|wav|mp3)$`,
)
const FILM_PATH = new RegExp(
  `^/data/final/(${UUID})/([0-9a-f]{64})\\.(mp4|srt|vtt|manifest\\.json|jpg|m4a|mp3)$`,
)

const SLOT_OF: Record<string, { slot: Slot; extensions: readonly string[] }> = {
  frames: { slot: 'frame', extensions: ['png'] },
  clips: { slot: 'clip', extensions: ['mp4'] },
  audio: { slot: 'narration', extensions: ['wav', 'mp3'] },
}

/** Null for anything that the studio never gave out. */
export function readDataPath(path: string): DataPath | null {
  const [, folder = '', projectId, sceneId, print, extension = ''] = SLOT_PATH.exec(path) ?? []
  const place = SLOT_OF[folder]
  if (place && projectId && sceneId && print) {
    if (!place.extensions.includes(extension)) return null
    return { kind: 'slot', slot: place.slot, projectId, sceneId, fingerprint: print, extension }
  }
  const [, owner, fingerprint, ending] = FILM_PATH.exec(path) ?? []
  return owner && fingerprint && ending
    ? { kind: 'film', projectId: owner, fingerprint, extension: ending }
    : null
}
