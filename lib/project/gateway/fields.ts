/**
 * Gateway: the published API of six calls. Here its words (snake case, seconds, `768x512`) meet the studio's own.
 * `requests` and `answers` are the contract, and the OpenAPI document is made from them. Free of Node but for the edge
 * files (`start`, `task-answer`).
 */
import { z } from 'zod'
import { idSchema, LIMITS, type Size, seedSchema, sizeSchema } from '@/lib/storyboard/schema'
import { isSpeakable, SPEAKABLE_TEXT } from '@/lib/storyboard/speakable'

export const storyField = z
  .string()
  .min(1, 'must not be empty')
  .max(LIMITS.storyChars, `must be at most ${LIMITS.storyChars} characters`)
  .refine(isSpeakable, SPEAKABLE_TEXT)
  .meta({ description: 'The story, 1 to 100 000 characters, in any language.' })

export const lineField = z
  .string()
  .min(1, 'must not be empty')
  .max(LIMITS.narrationChars, `must be at most ${LIMITS.narrationChars} characters`)
  .refine(isSpeakable, SPEAKABLE_TEXT)

export const styleField = z
  .string()
  .max(LIMITS.styleChars, `must be at most ${LIMITS.styleChars} characters`)
  .default('')
  .meta({ description: 'Words for the look of the pictures, or a style of the studio by name.' })

export const languageField = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or zh')
  .meta({ description: 'BCP 47 tag. Absent: found out from the text.' })

/** The caller's own name for a scene: echoed as it came, never used as a path. */
export const sceneIdField = z
  .union([z.string().min(1).max(200), z.int()])
  .meta({ description: 'The caller’s own id of the scene, echoed in the result.' })
export type CallerId = z.infer<typeof sceneIdField>

export const projectIdField = z.uuid('must be a project_id of this studio')

/** Which scenes of a project; absent means all. */
export const sceneIdsField = z.array(idSchema).min(1).max(300)

const NAMED_SIZES: Record<string, Size> = {
  '240p': { width: 426, height: 240 },
  '360p': { width: 640, height: 360 },
  '480p': { width: 854, height: 480 },
  '540p': { width: 960, height: 540 },
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
}

const SIZE_EXPECTED = `must be WxH with even sides from ${LIMITS.minSide} to ${LIMITS.maxSide}, such as 768x512, or one of ${Object.keys(NAMED_SIZES).join(', ')}`

/** Null when it is no size the studio makes. */
export function sizeOf(text: string): Size | null {
  const named = NAMED_SIZES[text.trim().toLowerCase()]
  if (named) return named
  const [, width, height] = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i.exec(text.trim()) ?? []
  const parsed = sizeSchema.safeParse({ width: Number(width), height: Number(height) })
  return parsed.success ? parsed.data : null
}

export const resolutionField = z
  .string()
  .max(20)
  .refine((text) => sizeOf(text) !== null, SIZE_EXPECTED)
  .meta({ description: '`WxH` in pixels, or `720p` and its like.', examples: ['768x512', '720p'] })

export const imageStyleField = z
  .object({
    resolution: resolutionField,
    num_steps: z.int().min(1).max(100),
    cfg_scale: z.number().min(0).max(30),
    seed: seedSchema,
  })
  .partial()
  .meta({
    description: 'How pictures are made. What an engine has no such option for is named in the warnings.',
  })
export type ImageStyle = z.infer<typeof imageStyleField>

export const videoField = z
  .object({
    fps: z.int().min(1).max(60),
    resolution: resolutionField,
    /** Seconds. */
    transition_duration: z.number().min(0).max(5),
  })
  .partial()
  .meta({ description: 'How clips and the film are made; `transition_duration` in seconds.' })
export type Video = z.infer<typeof videoField>

export const voiceField = z.string().min(1).max(100)
export const speedField = z.number().min(0.5).max(2)

export const callbackField = z
  .url({ protocol: /^https?$/, message: 'must be an http or https address' })
  .max(2_000)
  .refine((url) => !/^[^/]*\/\/[^/]*@/.test(url), 'must hold no name or password')
  .meta({ description: 'Gets one POST of the finished task: signed, retried, never to a private address.' })
