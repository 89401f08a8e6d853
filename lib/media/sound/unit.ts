/**
 * Units: how a film's sound is cut so that each piece depends on as few scenes as can be. A body lies within one scene,
 * a junction around each change of scene and each end of the film. Scenes too short for a body of their own (about half
 * a second) are swallowed by a junction that spans them. Pure.
 */
import { SAMPLES_PER_PACKET } from './clock'
import { FADE_PACKETS, filmInPackets, filmOutPackets } from './edges'
import type { SoundMode } from './level'
import { LIMITER_REACH } from './limiter'
import { renderRun, type SceneRun, type SoundScene } from './scene'

/**
 * True sound the encoder hears before and after what is kept. With one packet before, joins click (-36 dB); with four
 * they are no worse than an encoding in one pass (measured: -56.0 against -55.8 dB).
 */
export const BEFORE_PACKETS = 4
export const AFTER_PACKETS = 3

/** Half a junction: its half of the crossfade, then what the body's encoder and limiter hear before the body. */
const HALF_PACKETS = FADE_PACKETS + BEFORE_PACKETS + Math.ceil(LIMITER_REACH / SAMPLES_PER_PACKET)

export interface UnitSpan {
  kind: 'body' | 'junction'
  /** Indexes of the first and last scene that its sound depends on; one and the same for a body or an end of the film. */
  first: number
  last: number
  /** Packets it covers, counted from the start of the scene `first`. */
  from: number
  to: number
  startsFilm: boolean
  endsFilm: boolean
}

/** Cuts a film whose scenes last so many packets into units, in the order they play. */
export function unitSpans(packets: readonly number[]): UnitSpan[] {
  const lastScene = packets.length - 1
  const spans: UnitSpan[] = []
  // Where the junction that is being built began: scene and packet within it.
  let open = { scene: 0, from: 0 }
  const close = (last: number, to: number) => {
    const before = sum(packets, open.scene, last)
    if (before + to <= open.from) return
    spans.push({
      kind: 'junction',
      first: open.scene,
      last,
      from: open.from,
      to: before + to,
      startsFilm: open.scene === 0 && open.from === 0,
      endsFilm: last === lastScene && to === packets[last],
    })
  }
  packets.forEach((length, i) => {
    const head = i === 0 ? filmInPackets(length) + HALF_PACKETS - FADE_PACKETS : HALF_PACKETS
    const tail = i === lastScene ? filmOutPackets(length) + HALF_PACKETS - FADE_PACKETS : HALF_PACKETS
    if (length <= head + tail) return
    close(i, head)
    spans.push({
      kind: 'body',
      first: i,
      last: i,
      from: head,
      to: length - tail,
      startsFilm: false,
      endsFilm: false,
    })
    open = { scene: i, from: length - tail }
  })
  close(lastScene, packets[lastScene] ?? 0)
  return spans
}

/** The scenes a unit is made from, all it may depend on. */
export function runOf(span: UnitSpan, scenes: readonly SoundScene[], mode: SoundMode): SceneRun {
  return {
    scenes: scenes.slice(span.first, span.last + 1),
    mode,
    startsFilm: span.startsFilm,
    endsFilm: span.endsFilm,
  }
}

/** PCM of packets `from` to `to` of the run, which may reach beyond the unit. */
export function renderPackets(run: SceneRun, from: number, to: number): Float32Array {
  return renderRun(run, from * SAMPLES_PER_PACKET, to * SAMPLES_PER_PACKET)
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += values[i] ?? 0
  return total
}
