/** Loudspeaker: makes the cues around the playhead sound, each set to its moment on the clock of the sound card. */
import { msOfSamples, SAMPLE_RATE } from '@/lib/media/sound/clock'
import type { SoundMode } from '@/lib/media/sound/level'
import type { AnimaticMusic } from '../animatic'
import type { Playhead } from '../playhead'
import { cuesBetween, curveFrom, musicGains, type SoundCue } from './schedule'
import type { SoundLibrary } from './sound-library'

/** How far ahead sounds are set: a page that is not seen is called once a second at best. */
const AHEAD_MS = 4_000
/** Long enough not to click. */
const FADE_S = 0.02
/** Nearer than this a sound is where it should be. */
const SAME_S = 0.004

/** One sound that was set. */
export interface SetSound {
  key: string
  /** On the context's clock; one that was begun in its middle would have started before that. */
  atS: number
  untilS: number
}

export interface Loudspeaker {
  /** Sets what has come near and stops what is no longer wanted. The playhead must follow the context's clock. */
  update(): void
  setVolume(gain: number): void
  /** What is set at present. */
  sounds(): SetSound[]
  close(): void
}

interface Playing extends SetSound {
  stop(): void
}

export function openLoudspeaker(
  playhead: Playhead,
  library: SoundLibrary,
  context: BaseAudioContext,
): Loudspeaker {
  const playing = new Map<string, Playing>()
  const volume = context.createGain()
  volume.connect(context.destination)

  const stopBut = (keys: ReadonlySet<string>) => {
    for (const one of [...playing.values()]) if (!keys.has(one.key)) one.stop()
  }

  const begin = (cue: SoundCue, sound: Sound, atS: number) => {
    const source = new AudioBufferSourceNode(context, { buffer: sound.buffer, loop: cue.music !== null })
    const level = context.createGain()
    const exit = context.createGain()
    source.connect(level).connect(exit).connect(volume)
    const lateS = Math.max(0, context.currentTime - atS)
    // What is heard now was played a moment ago: a line may be over here and not yet there.
    if (!cue.music && lateS >= sound.buffer.duration) return
    const startS = atS + lateS
    // What begins in its middle comes in softly.
    if (lateS > 0) fade(exit.gain, 0, 1, startS)
    if (sound.gains) {
      const { values, seconds } = curveFrom(sound.gains(), lateS * 1000)
      level.gain.setValueCurveAtTime(values, startS, Math.max(FADE_S, seconds))
    }
    const into = sound.offsetS + lateS
    const { duration } = sound.buffer
    source.start(startS, cue.music ? ((into % duration) + duration) % duration : into)
    const untilS = atS + (cue.endMs - cue.startMs) / 1000
    source.stop(untilS)
    const one: Playing = {
      key: sound.key,
      atS,
      untilS,
      stop() {
        playing.delete(one.key)
        const now = context.currentTime
        // A curve cannot be left half-way without a jump, so the way out is a gain of its own.
        exit.gain.cancelScheduledValues(now)
        fade(exit.gain, 1, 0, now)
        source.stop(Math.min(untilS, now + FADE_S))
      },
    }
    playing.set(one.key, one)
    source.onended = () => {
      if (playing.get(one.key) === one) playing.delete(one.key)
      exit.disconnect()
    }
  }

  return {
    update() {
      const { animatic, timeMs, playing: isPlaying, loopId } = playhead.getState()
      if (!isPlaying) return stopBut(new Set())
      const looped = animatic.scenes.find(({ id }) => id === loopId)
      const untilMs = Math.min(
        timeMs + AHEAD_MS,
        looped ? looped.startMs + looped.durationMs : animatic.durationMs,
      )
      const wanted = new Set<string>()
      for (const cue of cuesBetween(animatic, timeMs, untilMs)) {
        const sound = soundOf(cue, library, animatic.mode)
        if (!sound) continue
        wanted.add(sound.key)
        const atS = roundToSample(playhead.clockAt(cue.startMs))
        const known = playing.get(sound.key)
        if (known && Math.abs(known.atS - atS) < SAME_S) continue
        known?.stop()
        begin(cue, sound, atS)
      }
      stopBut(wanted)
    },
    setVolume(gain) {
      volume.gain.setTargetAtTime(gain, context.currentTime, FADE_S)
    },
    sounds: () => [...playing.values()].map(({ key, atS, untilS }) => ({ key, atS, untilS })),
    close() {
      stopBut(new Set())
      volume.disconnect()
    },
  }
}

function fade(gain: AudioParam, from: number, to: number, atS: number): void {
  gain.setValueAtTime(from, atS)
  gain.linearRampToValueAtTime(to, atS + FADE_S)
}

interface Sound {
  key: string
  buffer: AudioBuffer
  /** Where in the buffer the cue begins. */
  offsetS: number
  gains: (() => Float32Array) | null
}

/** Undefined while the sound is not there. Music is ducked for a voice once that is at hand. */
function soundOf(cue: SoundCue, library: SoundLibrary, mode: SoundMode): Sound | undefined {
  const { scene, speech, music } = cue
  if (speech) {
    const buffer = library.voice(speech)
    return buffer && { key: cue.key, buffer, offsetS: 0, gains: null }
  }
  return music
    ? musicOf(cue, music, library, scene.speech ? library.voice(scene.speech) : undefined, mode)
    : undefined
}

function musicOf(
  { key, scene }: SoundCue,
  music: AnimaticMusic,
  library: SoundLibrary,
  voice: AudioBuffer | undefined,
  mode: SoundMode,
): Sound | undefined {
  const buffer = library.bed(music)
  return (
    buffer && {
      key: `${key} ${voice ? 'ducked' : 'open'}`,
      buffer,
      offsetS: msOfSamples(music.anchor - music.edges.before.half) / 1000,
      gains: () => musicGains(scene, music, mode, voice?.getChannelData(0) ?? null),
    }
  )
}

/** Two stretches of one piece that overlap must not be a part of a sample apart, or they colour each other. */
const roundToSample = (seconds: number): number => Math.round(seconds * SAMPLE_RATE) / SAMPLE_RATE
