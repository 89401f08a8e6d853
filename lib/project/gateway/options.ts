import type { Size, Storyboard } from '@/lib/storyboard/schema'
import { type ImageStyle, sizeOf, type Video } from './fields'

/** Options as a caller gives them; what is absent stays as it is. */
export interface GivenOptions {
  image?: ImageStyle
  video?: Video
  voice?: string | undefined
  speed?: number | undefined
  music?: boolean | undefined
  subtitles?: boolean | undefined
}

/** What the engines of a project can be told. */
export interface Abilities {
  /** Sampling steps and guidance mean something to its pictures. */
  steps: boolean
  guidance: boolean
  /** Its clips have a rate of their own. */
  clipRate: boolean
  voices: ReadonlySet<string>
  /** Names of the model that speaks: whoever asks for it by name hears its own default voice. */
  speakers: ReadonlySet<string>
}

/** The same options in the storyboard's words; only what is to change. */
export interface OptionChanges {
  film?: Size
  frame?: Partial<Size & { steps: number; guidance: number }>
  fps?: number
  transitionMs?: number
  seed?: number
  voice?: string
  speed?: number
  music?: boolean
  subtitles?: boolean
}

/** Each option an engine does not have is left at its default and named. */
export function readOptions(
  given: GivenOptions,
  abilities: Abilities,
): { changes: OptionChanges; warnings: string[] } {
  const { image = {}, video = {}, voice, speed, music, subtitles } = given
  const warnings: string[] = []
  const changes: OptionChanges = {}
  const frame: NonNullable<OptionChanges['frame']> = { ...(image.resolution && sizeOf(image.resolution)) }
  if (image.num_steps !== undefined) {
    if (abilities.steps) frame.steps = image.num_steps
    else warnings.push('num_steps is not used: the engine that draws has no such option.')
  }
  if (image.cfg_scale !== undefined) {
    if (abilities.guidance) frame.guidance = image.cfg_scale
    else warnings.push('cfg_scale is not used: the engine that draws has no such option.')
  }
  if (Object.keys(frame).length > 0) changes.frame = frame
  const film = video.resolution ? sizeOf(video.resolution) : null
  if (film) changes.film = film
  if (video.fps !== undefined) {
    if (abilities.clipRate) changes.fps = video.fps
    else if (video.fps !== 24)
      warnings.push('fps is not used: draft clips and the film run at 24 frames a second.')
  }
  if (video.transition_duration !== undefined)
    changes.transitionMs = Math.round(video.transition_duration * 1000)
  if (image.seed !== undefined) changes.seed = image.seed
  if (voice !== undefined) {
    const isDefault = voice === 'default' || abilities.speakers.has(voice)
    changes.voice = abilities.voices.has(voice) ? voice : 'default'
    if (!isDefault && !abilities.voices.has(voice))
      warnings.push(`voice ${JSON.stringify(voice)} is not available: the default voice speaks.`)
  }
  if (speed !== undefined) changes.speed = speed
  if (music !== undefined) changes.music = music
  if (subtitles !== undefined) changes.subtitles = subtitles
  return { changes, warnings }
}

/** A storyboard with the options in it. Seeds count up along the film, so that scenes differ. */
export function applyOptions(board: Storyboard, changes: OptionChanges): Storyboard {
  const { settings } = board
  const { film, frame, fps, transitionMs, seed, voice, speed, music, subtitles } = changes
  return {
    ...board,
    settings: {
      ...settings,
      film: film ?? settings.film,
      frame: { ...settings.frame, ...frame },
      clip: { fps: fps ?? settings.clip.fps },
      voice: { id: voice ?? settings.voice.id, speed: speed ?? settings.voice.speed },
      music: { ...settings.music, on: music ?? settings.music.on },
      subtitles: subtitles ?? settings.subtitles,
    },
    scenes: board.scenes.map((scene, i) => ({
      ...scene,
      ...(transitionMs === undefined || scene.transition.kind === 'cut'
        ? {}
        : { transition: { ...scene.transition, durationMs: transitionMs } }),
      ...(seed === undefined
        ? {}
        : { seeds: { ...scene.seeds, frame: (seed + i) % 2 ** 32 }, ownSeed: true }),
    })),
  }
}
