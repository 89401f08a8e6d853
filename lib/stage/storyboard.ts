import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { keepAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { getEngine } from '@/lib/engine/registry'
import { storyboardRequestOf } from '@/lib/plan/recipes'
import { castMemberSchema, sceneSchema } from '@/lib/storyboard/schema'
import type { StageHandler } from './contract'

/** What a storyboard engine has to answer; a language model's JSON is a stranger's. */
export const writtenStoryboardSchema = z.object({
  title: z.string().max(200),
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  cast: z.array(castMemberSchema).max(60),
  scenes: z
    .array(
      sceneSchema.pick({
        title: true,
        prompt: true,
        narration: true,
        bgm: true,
        camera: true,
        transition: true,
        cast: true,
      }),
    )
    .min(1)
    .max(200),
  writtenBy: z.string(),
  warnings: z.array(z.string()),
})

export const makeStoryboard: StageHandler = async (task, context) => {
  const engine = await getEngine(task.recipe.engine, 'storyboard')
  const answer = await engine.writeStoryboard(storyboardRequestOf(task.recipe), context)
  const parsed = writtenStoryboardSchema.safeParse(answer)
  if (!parsed.success) {
    throw new StudioError(
      'engine_failed',
      `storyboard of ${engine.identity}: ${z.prettifyError(parsed.error)}`,
      {
        userMessage: `The engine ${engine.identity} wrote a storyboard that cannot be used.`,
      },
    )
  }
  const { writtenBy, warnings, ...storyboard } = parsed.data
  const filePath = path.join(context.folder, 'storyboard.json')
  await writeFile(filePath, JSON.stringify(storyboard, null, 2))
  await keepAsset({
    ...task,
    filePath,
    extension: 'json',
    mediaType: 'application/json',
    facts: { storyboard, writtenBy, warnings },
  })
}
