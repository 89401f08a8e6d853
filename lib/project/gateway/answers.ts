/** What the published API answers; the OpenAPI document is made from these. */
import { z } from 'zod'
import { TARGET_TYPES, TASK_STATUSES, WORK_TYPES } from '@/lib/task/schema'
import { sceneIdField } from './fields'

const path = (example: string) =>
  z.string().meta({ description: 'Relative to the server; supports Range.', examples: [example] })
const warnings = z
  .array(z.string())
  .meta({ description: 'Options that were replaced by a default, and fall-backs.' })
const seconds = z.number().meta({ description: 'Seconds.' })

export const sceneAnswer = z.object({
  scene_id: sceneIdField,
  title: z.string(),
  prompt: z.string(),
  negative_prompt: z.string(),
  narration: z.string(),
  bgm: z.string(),
  cast: z.array(z.object({ name: z.string(), description: z.string() })),
  camera: z.string(),
  transition: z.string(),
  transition_duration: seconds,
})
export type SceneAnswer = z.infer<typeof sceneAnswer>

export const frameAnswer = z.object({
  scene_id: sceneIdField,
  frame: path('/data/frames/{project}/{scene}-{fingerprint}.png'),
})
export const clipAnswer = z.object({
  scene_id: sceneIdField,
  clip: path('/data/clips/{project}/{scene}-{fingerprint}.mp4'),
})
export const audioAnswer = z.object({
  scene_id: sceneIdField,
  audio: path('/data/audio/{project}/{scene}-{fingerprint}.wav'),
  duration: seconds,
})

export const storyboardResult = z.object({
  title: z.string(),
  language: z.string(),
  storyboard: z.array(sceneAnswer),
  warnings,
})
export const framesResult = z.object({ frames: z.array(frameAnswer), warnings })
export const clipsResult = z.object({ clips: z.array(clipAnswer), warnings })
export const narrationResult = z.object({ audios: z.array(audioAnswer), warnings })
export const renderResult = z.object({
  video: path('/data/final/{project}/{fingerprint}.mp4').nullable(),
  subtitles: path('/data/final/{project}/{fingerprint}.srt').nullable(),
  manifest: path('/data/final/{project}/{fingerprint}.manifest.json').nullable(),
  poster: path('/data/final/{project}/{fingerprint}.jpg').nullable(),
  duration: seconds.nullable(),
  storyboard: z.array(sceneAnswer),
  frames: z.array(frameAnswer),
  clips: z.array(clipAnswer),
  audios: z.array(audioAnswer),
  warnings,
})

export const exportResult = z.object({
  file: path('/api/projects/{project}/exports/{task}/file').nullable(),
  warnings,
})

// The largest first: a film has all fields of the others.
export const resultAnswer = z.union([
  renderResult,
  storyboardResult,
  framesResult,
  clipsResult,
  narrationResult,
  exportResult,
])
export type ResultAnswer = z.infer<typeof resultAnswer>

export const errorAnswer = z.object({
  code: z.string(),
  message: z.string(),
  details: z.unknown().optional(),
})

export const taskAnswer = z.object({
  task_id: z.uuid(),
  project_id: z.uuid(),
  type: z.enum([...new Set([...TARGET_TYPES, ...WORK_TYPES])]),
  status: z.enum(TASK_STATUSES),
  progress: z.number().min(0).max(1).meta({ description: 'Never goes back.' }),
  result: resultAnswer.nullable().meta({ description: 'Null until the work ends.' }),
  error: errorAnswer.nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  callback: z
    .object({
      url: z.string(),
      state: z.string(),
      attempt: z.number(),
      outcome: z.string(),
      at: z.iso.datetime(),
    })
    .optional()
    .meta({
      description: 'How the call to `callback_url` stands: its last outcome, and when the next is due.',
    }),
})
export type TaskAnswer = z.infer<typeof taskAnswer>

export const acceptedAnswer = z.object({ task_id: z.uuid(), project_id: z.uuid() })
