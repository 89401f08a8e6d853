/** What the six published calls take. Unknown fields are ignored, wrong ones are named. */
import { z } from 'zod'
import { castMemberSchema, LIMITS } from '@/lib/storyboard/schema'
import {
  callbackField,
  imageStyleField,
  languageField,
  lineField,
  projectIdField,
  sceneIdField,
  sceneIdsField,
  speedField,
  storyField,
  styleField,
  videoField,
  voiceField,
} from './fields'

/** Of every call that starts work. */
const callback = { callback_url: callbackField.optional() }

const sceneCountField = z.int().min(1).max(LIMITS.scenes)

export const storyboardRequest = z.object({
  story: storyField,
  style: styleField,
  scenes: sceneCountField.optional().meta({ description: 'How many. Absent: chosen from the text.' }),
  language: languageField.optional(),
  project_id: projectIdField.optional(),
  ...callback,
})
export type StoryboardCall = z.output<typeof storyboardRequest>

/** A scene as `/storyboard` answers it; only its id and prompt are needed. */
export const sceneItem = z.object({
  scene_id: sceneIdField,
  prompt: z.string().trim().min(1, 'must not be empty').max(LIMITS.promptChars),
  negative_prompt: z.string().max(LIMITS.promptChars).optional(),
  title: z.string().max(LIMITS.titleChars).optional(),
  narration: z.string().max(LIMITS.narrationChars).optional(),
  bgm: z.string().max(LIMITS.titleChars).optional(),
  cast: z
    .array(castMemberSchema.pick({ name: true, description: true }))
    .max(LIMITS.cast)
    .optional(),
})

export const frameItem = z.object({
  scene_id: sceneIdField,
  frame: z.string().max(500).meta({ description: 'A `/data/frames/...` path of this studio.' }),
  duration: z.number().min(0.2).max(600).optional().meta({ description: 'Seconds.' }),
  transition: z.string().max(50).optional().meta({ description: 'cut, dissolve, fade or wipe.' }),
})

export const lineItem = z.object({ scene_id: sceneIdField, text: lineField })

const itemsOf = <S extends z.ZodType>(item: S) =>
  z.array(item).min(1, 'must have at least one').max(LIMITS.scenes, `must be at most ${LIMITS.scenes}`)

const place = { project_id: projectIdField.optional(), scene_ids: sceneIdsField.optional(), ...callback }

/** A call names its items, a project whose scenes are meant, or both; ids are told apart once each. */
function named<S extends z.ZodObject>(schema: S, items: string): S {
  return schema.superRefine((body, context) => {
    const list = body[items] as { scene_id: unknown }[] | undefined
    if (!list && body.project_id === undefined) {
      context.addIssue({ code: 'custom', path: [items], message: `is needed, or a project_id` })
    }
    if (body.scene_ids !== undefined && body.project_id === undefined) {
      context.addIssue({ code: 'custom', path: ['scene_ids'], message: 'needs a project_id' })
    }
    const seen = new Set<string>()
    list?.forEach(({ scene_id }, i) => {
      const id = String(scene_id)
      if (seen.has(id)) {
        context.addIssue({ code: 'custom', path: [items, i, 'scene_id'], message: 'must be unique' })
      }
      seen.add(id)
    })
  })
}

export const framesRequest = named(
  z.object({
    storyboard: itemsOf(sceneItem).optional(),
    ...place,
    image_style: imageStyleField.default({}),
    style: styleField,
  }),
  'storyboard',
)
export type FramesCall = z.output<typeof framesRequest>

export const clipsRequest = named(
  z.object({ frames: itemsOf(frameItem).optional(), ...place, video: videoField.default({}) }),
  'frames',
)
export type ClipsCall = z.output<typeof clipsRequest>

export const narrationRequest = named(
  z.object({
    lines: itemsOf(lineItem).optional(),
    ...place,
    voice: voiceField.optional(),
    speed: speedField.optional(),
    format: z.enum(['wav', 'mp3']).default('wav'),
    language: languageField.optional(),
  }),
  'lines',
)
export type NarrationCall = z.output<typeof narrationRequest>

export const RESUME_STAGES = ['storyboard', 'frames', 'clips', 'narration'] as const

export const renderOptions = z.object({
  scene_count: sceneCountField.optional(),
  image: imageStyleField.default({}),
  video: videoField.default({}),
  voice: voiceField.optional(),
  speed: speedField.optional(),
  music: z.boolean().optional(),
  subtitles: z.boolean().optional(),
  language: languageField.optional(),
})
export type RenderOptions = z.output<typeof renderOptions>

export const renderRequest = z
  .object({
    story: storyField.optional(),
    style: styleField,
    options: renderOptions.prefault({}),
    project_id: projectIdField.optional(),
    ...callback,
    resume_from: z.enum(RESUME_STAGES).optional().meta({
      description: 'The first stage that may run; what comes before it must be made. Needs project_id.',
    }),
  })
  .superRefine((body, context) => {
    if (body.story === undefined && body.project_id === undefined) {
      context.addIssue({ code: 'custom', path: ['story'], message: 'is needed, or a project_id' })
    }
    if (body.story !== undefined && body.project_id !== undefined) {
      context.addIssue({ code: 'custom', path: ['story'], message: 'must be left out with a project_id' })
    }
    if (body.resume_from !== undefined && body.project_id === undefined) {
      context.addIssue({ code: 'custom', path: ['resume_from'], message: 'needs a project_id' })
    }
  })
export type RenderCall = z.output<typeof renderRequest>

export const waitQuery = z.object({
  wait: z.coerce
    .number('must be a number of seconds')
    .min(1, 'must be 1 to 120 seconds')
    .max(120, 'must be 1 to 120 seconds')
    .optional()
    .meta({ description: 'Seconds to hold the call until the work ends, 1 to 120.' }),
})
