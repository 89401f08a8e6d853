/** How the music of one scene comes in and goes out: into its neighbours, or at the film's ends. Pure. */
import { SAMPLES_PER_PACKET } from './clock'

/** Half a crossfade in packets: 149 ms. */
export const FADE_PACKETS = 7
/** The music comes in over half a second and goes out over two, each at most a part of its scene. */
const FILM_IN_PACKETS = 24
const FILM_OUT_PACKETS = 94

export const filmInPackets = (packets: number): number => Math.min(FILM_IN_PACKETS, Math.floor(packets / 4))
export const filmOutPackets = (packets: number): number => Math.min(FILM_OUT_PACKETS, Math.floor(packets / 2))

export interface Neighbour {
  packets: number
  /** The music goes on from one scene into the other, rather than changing. */
  runsOn: boolean
}

export interface MusicEdges {
  samples: number
  before: Crossfade
  after: Crossfade
  /** Samples over which the film's music comes in or goes out within this scene; 0 elsewhere. */
  filmIn: number
  filmOut: number
}

/** It reaches `half` samples to either side of where the scenes meet; `gain` of 0 to 1 as far as it has come in. */
interface Crossfade {
  half: number
  gain(w: number): number
}

export interface EdgedScene {
  packets: number
  before: Neighbour | null
  after: Neighbour | null
  startsFilm: boolean
  endsFilm: boolean
}

export function edgesOf({ packets, before, after, startsFilm, endsFilm }: EdgedScene): MusicEdges {
  return {
    samples: packets * SAMPLES_PER_PACKET,
    before: crossfade(packets, before),
    after: crossfade(packets, after),
    filmIn: startsFilm ? filmInPackets(packets) * SAMPLES_PER_PACKET : 0,
    filmOut: endsFilm ? filmOutPackets(packets) * SAMPLES_PER_PACKET : 0,
  }
}

/**
 * Where the music runs on, both sides play the same samples, so their gains must add up to one; where it changes, their
 * powers must.
 */
function crossfade(packets: number, neighbour: Neighbour | null): Crossfade {
  if (!neighbour) return { half: 0, gain: () => 1 }
  const half =
    Math.min(FADE_PACKETS, Math.floor(packets / 2), Math.floor(neighbour.packets / 2)) * SAMPLES_PER_PACKET
  return { half, gain: neighbour.runsOn ? (w) => w : (w) => Math.sin((w * Math.PI) / 2) }
}

/** `gain` of the music `t` samples after the scene's start, brought through its edges. */
export function throughEdges(gain: number, edges: MusicEdges, t: number): number {
  const { samples, before, after, filmIn, filmOut } = edges
  let out = gain
  if (t < before.half) out *= before.gain((t + before.half) / (2 * before.half))
  if (t >= samples - after.half) out *= after.gain((samples + after.half - t) / (2 * after.half))
  if (filmIn > 0 && t < filmIn) out *= t / filmIn
  if (filmOut > 0 && samples - t < filmOut) out *= ((samples - t) / filmOut) ** 2
  return out
}

/** Whether a loop of so many samples, anchored here in one scene and there in the next, plays on without a break. */
export function goesOn(anchor: number, packets: number, nextAnchor: number, loopSamples: number): boolean {
  return (nextAnchor - anchor - packets * SAMPLES_PER_PACKET) % loopSamples === 0
}
