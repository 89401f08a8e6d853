/**
 * What the recipes of engines may ask for, where they come from a stranger: the same ranges that a storyboard has, and
 * no parameter that this studio does not know, since it could not make that asset. Free of Node.
 */
import { z } from 'zod'
import {
  cameraSchema,
  engineIdentitySchema,
  fingerprintSchema,
  LIMITS,
  MOODS,
  settingsSchema,
  sizeSchema,
} from '@/lib/storyboard/schema'

/** The longest line that a scene can have, read at half speed, takes about four hours. */
const MOST_FRAMES = 6 * 3_600 * 24
/** Ten times what a score has today: about eight minutes. */
const MOST_PACKETS = 22_500

const { steps, guidance, referenceStrength } = settingsSchema.shape.frame.shape
const { speed } = settingsSchema.shape.voice.shape
const promptSchema = z.string().max(LIMITS.promptChars)
const noInputs = z.strictObject({})

const recipeOf = <P extends z.ZodType, I extends z.ZodType>(params: P, inputs: I) =>
  z.looseObject({ engine: engineIdentitySchema, params, inputs })

/** By kind: what engines make. Everything else of a film follows from these. */
export const MADE_BY_ENGINES: Readonly<Record<string, z.ZodType>> = {
  frame: recipeOf(
    z.strictObject({
      ...sizeSchema.shape,
      prompt: promptSchema.optional(),
      cast: z
        .array(z.strictObject({ name: z.string().max(100), description: z.string().max(500) }))
        .max(LIMITS.cast)
        .optional(),
      style: z.string().max(LIMITS.styleChars).optional(),
      negativePrompt: promptSchema.optional(),
      steps: steps.optional(),
      guidance: guidance.optional(),
      strength: referenceStrength.optional(),
    }),
    z.strictObject({ reference: fingerprintSchema.optional() }),
  ),
  clip: recipeOf(
    z.strictObject({
      ...sizeSchema.shape,
      camera: cameraSchema,
      frames: z.int().min(1).max(MOST_FRAMES).optional(),
      fps: z.int().min(1).max(60).optional(),
    }),
    z.strictObject({ frame: fingerprintSchema }),
  ),
  narration: recipeOf(
    z.strictObject({
      text: z.string().min(1).max(LIMITS.narrationChars),
      language: z.string().min(1).max(100),
      voice: z.string().min(1).max(100).optional(),
      speed: speed.optional(),
    }),
    noInputs,
  ),
  score: recipeOf(
    z.strictObject({ mood: z.enum(MOODS), packets: z.int().min(1).max(MOST_PACKETS) }),
    noInputs,
  ),
}
