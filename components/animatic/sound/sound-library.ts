/** The sounds around the playhead: asked for ahead, let go behind, and never waited for. */
import type { AnimaticMusic, AnimaticSpeech } from '../animatic'
import { createLru } from '../lru'
import type { MakeSound, SoundOrder } from './mixer'

/** A line of five seconds is 1 MB, a piece of music 18 MB. */
const MOST_VOICES = 12
const MOST_BEDS = 3
/** What could not be had is asked for again after this long. */
const RETRY_MS = 3_000

export interface SoundLibrary {
  /** Undefined while it is not there; asking for it brings it. */
  voice(speech: AnimaticSpeech): AudioBuffer | undefined
  bed(music: AnimaticMusic): AudioBuffer | undefined
}

export const bedKey = ({ score }: AnimaticMusic): string => `${score.mood} ${score.seed} ${score.packets}`

type Shelf = ReturnType<typeof createLru<AudioBuffer | 'coming' | { failedAt: number }>>

export function openSoundLibrary(
  make: MakeSound,
  onArrival: () => void,
  now: () => number = () => performance.now(),
): SoundLibrary {
  const ask = (shelf: Shelf, key: string, order: SoundOrder): AudioBuffer | undefined => {
    const known = shelf.get(key)
    const isLost = typeof known === 'object' && 'failedAt' in known
    if (known === 'coming' || (isLost && now() - known.failedAt < RETRY_MS)) return undefined
    if (known !== undefined && !isLost) return known
    shelf.set(key, 'coming')
    make(order).then(
      (buffer) => {
        shelf.set(key, buffer)
        onArrival()
      },
      () => shelf.set(key, { failedAt: now() }),
    )
    return undefined
  }
  const voices: Shelf = createLru(MOST_VOICES)
  const beds: Shelf = createLru(MOST_BEDS)
  return {
    voice: ({ fingerprint, url }) => ask(voices, fingerprint, { kind: 'voice', url }),
    bed: (music) => ask(beds, bedKey(music), { kind: 'bed', score: music.score }),
  }
}
