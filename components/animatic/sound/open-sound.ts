/** The animatic's sound: brought ahead of the playhead, and played once a browser lets it. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { type Clock, type Playhead, systemClock } from '../playhead'
import { type Loudspeaker, openLoudspeaker, type SetSound } from './loudspeaker'
import { openMixer } from './mixer'
import { cuesBetween } from './schedule'
import { openSoundLibrary, type SoundLibrary } from './sound-library'

/** How far ahead sounds are brought: music takes a second or two to be composed. */
const BRING_MS = 15_000
/** Between two changes time only goes on, and cues are set seconds ahead. */
const UPDATE_EVERY_MS = 200

export interface AnimaticSound {
  /** 0 to 1. */
  setVolume(volume: number): void
  sounds(): SetSound[]
  close(): void
}

/** In the browser only. Nothing waits for it: the playhead goes by the system's clock until the sound card runs. */
export function openSound(playhead: Playhead): AnimaticSound {
  let context: AudioContext | null = null
  let loudspeaker: Loudspeaker | null = null
  /** The playhead goes by the sound card: only then do its moments mean something there. */
  let isHeard = false
  let volume = 1
  let seen = { turn: -1, atMs: 0 }

  const mixer = openMixer()
  const library = openSoundLibrary(mixer.make, () => update())
  const update = () => {
    const { turn } = playhead.getState()
    seen = { turn, atMs: performance.now() }
    bring(playhead, library)
    if (isHeard) loudspeaker?.update()
  }
  const onState = () => {
    if (!context) return
    isHeard = context.state === 'running'
    playhead.follow(isHeard ? heardClock(context) : systemClock)
  }
  // A browser lets sound begin only where somebody pressed something, which is where `play` comes from.
  const wake = () => {
    if (!context) {
      context = new AudioContext({ sampleRate: SAMPLE_RATE })
      loudspeaker = openLoudspeaker(playhead, library, context)
      loudspeaker.setVolume(volume ** 2)
      context.addEventListener('statechange', onState)
    }
    if (context.state !== 'running') context.resume().catch(() => {})
  }
  const stop = playhead.subscribe(() => {
    const { turn, playing } = playhead.getState()
    if (turn === seen.turn && performance.now() - seen.atMs < UPDATE_EVERY_MS) return
    if (playing) wake()
    update()
  })
  update()

  return {
    setVolume(next) {
      volume = next
      // The ear goes by ratios: half-way should sound half as loud.
      loudspeaker?.setVolume(volume ** 2)
    },
    sounds: () => loudspeaker?.sounds() ?? [],
    close() {
      stop()
      playhead.follow(systemClock)
      loudspeaker?.close()
      mixer.close()
      context?.removeEventListener('statechange', onState)
      context?.close().catch(() => {})
    },
  }
}

function bring(playhead: Playhead, library: SoundLibrary): void {
  const { animatic, timeMs } = playhead.getState()
  for (const { speech, music } of cuesBetween(animatic, timeMs, timeMs + BRING_MS)) {
    if (speech) library.voice(speech)
    if (music) library.bed(music)
  }
}

/** What is heard now was given to the sound card a moment ago. */
function heardClock(context: AudioContext): Clock {
  const latency = context.outputLatency || context.baseLatency || 0
  return { now: () => context.currentTime - latency }
}
