/**
 * Storyboard: the JSON document of a project. Everything that enters a recipe lives here, settings and engines
 * included, so one revision of it says completely which film is wanted. Free of Node: the browser edits the same
 * document with the same schema.
 */
import { z } from 'zod'

export const LIMITS = {
  storyChars: 100_000,
  /** That a writer engine makes of a story. */
  scenes: 200,
  /** That a storyboard holds. */
  boardScenes: 300,
  titleChars: 200,
  promptChars: 4_000,
  narrationChars: 100_000,
  styleChars: 1_000,
  cast: 60,
  /** Pixels along one side of a picture or the film. */
  minSide: 64,
  maxSide: 2_048,
  sceneMs: 3_600_000,
} as const

/** x264 with 4:2:0 chroma needs even sides. */
const evenSide = z
  .int()
  .min(LIMITS.minSide)
  .max(LIMITS.maxSide)
  .refine((n) => n % 2 === 0, 'must be an even number of pixels')

export const sizeSchema = z.object({ width: evenSide, height: evenSide })
export type Size = z.infer<typeof sizeSchema>

/** JSON numbers above 2^53 lose digits, and most samplers take 32-bit seeds. */
export const seedSchema = z.int().min(0).max(0xffffffff)

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** `engine/model@revision`, for example `draft/painter@1`. Pinned when the project is made. */
export const engineIdentitySchema = z.string().regex(/^[a-z0-9-]+\/[^@\s]{1,200}@[^\s@]{1,100}$/)
export type EngineIdentity = z.infer<typeof engineIdentitySchema>

export const CAMERA_MOVES = [
  'still',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
] as const
export const cameraSchema = z.enum(CAMERA_MOVES)
export type CameraMove = z.infer<typeof cameraSchema>

export const TRANSITIONS = ['cut', 'dissolve', 'fade', 'wipe'] as const
/** How a scene goes over into the next; `fade` goes through black. A cut has no length. */
export const transitionSchema = z.object({
  kind: z.enum(TRANSITIONS),
  durationMs: z.int().min(0).max(5_000),
})
export type Transition = z.infer<typeof transitionSchema>

export const MOODS = ['calm', 'joyful', 'tender', 'mysterious', 'tense', 'sad', 'epic', 'playful'] as const
export type Mood = (typeof MOODS)[number]

export const castMemberSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(100),
  /** Other words the story uses for the same character; the writer's, for finding who is in a scene. */
  aliases: z.array(z.string().min(1).max(100)).max(20).default([]),
  /** English, for the picture: `little girl, black hair, red coat`. The same words in every scene. */
  description: z.string().max(500).default(''),
  /** A picture of the project that shows what they look like, for engines that can start from one. */
  anchor: fingerprintSchema.nullable().default(null),
})
export type CastMember = z.infer<typeof castMemberSchema>
/** As a writer engine finds them in a story: pictures come later. */
export type WrittenMember = Omit<CastMember, 'anchor'>

export const SEED_POLICIES = ['scene', 'fixed'] as const
export type SeedPolicy = (typeof SEED_POLICIES)[number]

export const SLOTS = ['frame', 'clip', 'narration'] as const
export const slotSchema = z.enum(SLOTS)
export type Slot = z.infer<typeof slotSchema>

export const sceneSchema = z.object({
  id: idSchema,
  title: z.string().max(LIMITS.titleChars).default(''),
  prompt: z.string().max(LIMITS.promptChars).default(''),
  negativePrompt: z.string().max(LIMITS.promptChars).default(''),
  /** Spoken as it stands; empty means a silent scene. */
  narration: z.string().max(LIMITS.narrationChars).default(''),
  /** Free words for the music, read by `moodOf`: `calm night, soft piano`. */
  bgm: z.string().max(LIMITS.titleChars).default(''),
  cast: z.array(idSchema).max(LIMITS.cast).default([]),
  camera: cameraSchema.default('push-in'),
  transition: transitionSchema.default({ kind: 'dissolve', durationMs: 500 }),
  /** Null: as long as its narration needs. A number can only lengthen the scene, so speech is never cut. */
  durationMs: z.int().min(200).max(LIMITS.sceneMs).nullable().default(null),
  /** Null: the project's voice and speed. */
  voice: z.string().min(1).max(100).nullable().default(null),
  speed: z.number().min(0.5).max(2).nullable().default(null),
  /** Engines that differ from the project's. */
  engines: z.partialRecord(slotSchema, engineIdentitySchema).default({}),
  seeds: z.object({ frame: seedSchema, clip: seedSchema, narration: seedSchema }),
  /** Where the film has one seed for all pictures: this one was drawn again and has its own. */
  ownSeed: z.boolean().default(false),
  /** A take chosen by hand; without one the current recipe's asset is shown. */
  pins: z.partialRecord(slotSchema, fingerprintSchema).default({}),
})
export type Scene = z.infer<typeof sceneSchema>

/** Keeps who is seen and still lets the scene be another one. */
export const REFERENCE_STRENGTH = 0.6

const frameSettings = z.object({
  steps: z.int().min(1).max(100).nullable().default(null),
  guidance: z.number().min(0).max(30).nullable().default(null),
  /** `fixed`: every picture starts from the film's one seed, which keeps them alike. */
  seedPolicy: z.enum(SEED_POLICIES).default('scene'),
  /** The film's one seed. */
  seed: seedSchema.default(0),
  /** How far a picture may go from the anchor it starts from: 0 is a copy, 1 knows nothing of it. */
  referenceStrength: z.number().min(0.05).max(1).default(REFERENCE_STRENGTH),
})
/** How pictures are made, where nobody says otherwise. */
export const FRAME_SETTINGS = frameSettings.parse({})

export const settingsSchema = z.object({
  film: sizeSchema,
  frame: sizeSchema.extend(frameSettings.shape),
  /** The own rate of an engine with clips of a fixed length; the film always runs at 24. */
  clip: z.object({ fps: z.int().min(1).max(60).nullable().default(null) }).default({ fps: null }),
  style: z.object({
    /** One of the styles the studio ships (`lib/storyboard/styles.ts`), or `custom`. */
    id: z.string().min(1).max(60),
    /** English or the user's own words; goes into every picture's prompt. */
    prompt: z.string().max(LIMITS.styleChars),
  }),
  voice: z.object({ id: z.string().min(1).max(100), speed: z.number().min(0.5).max(2) }),
  /** The seed fixes key, tempo and tune, so that every mood of one film belongs together. */
  music: z.object({ on: z.boolean(), seed: seedSchema }),
  /** Burn the subtitles into the picture. A soft track is in the film either way. */
  subtitles: z.boolean(),
  engines: z.object({
    storyboard: engineIdentitySchema,
    frame: engineIdentitySchema,
    clip: engineIdentitySchema,
    narration: engineIdentitySchema,
    score: engineIdentitySchema,
  }),
})
export type Settings = z.infer<typeof settingsSchema>

/** Of the format: the newest that this studio reads and writes. */
export const STORYBOARD_VERSION = 1

export const storyboardSchema = z
  .object({
    version: z.literal(STORYBOARD_VERSION),
    title: z.string().max(LIMITS.titleChars),
    /** BCP 47 tag of the story and its narration: `en`, `zh`, `ja`, ... */
    language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    cast: z.array(castMemberSchema).max(LIMITS.cast),
    settings: settingsSchema,
    scenes: z.array(sceneSchema).min(1).max(LIMITS.boardScenes),
  })
  .superRefine((board, ctx) => {
    const seen = new Set<string>()
    board.scenes.forEach((scene, i) => {
      if (seen.has(scene.id)) {
        ctx.addIssue({ code: 'custom', path: ['scenes', i, 'id'], message: 'must be unique' })
      }
      seen.add(scene.id)
    })
  })
export type Storyboard = z.infer<typeof storyboardSchema>
