import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { keepAsset } from '@/lib/asset/store'
import type { Paper } from '@/lib/paper/schema'
import { contentRecipe, type DocumentFormat, documentRecipe } from '@/lib/plan/export'
import { withUploadFolder } from '@/lib/storage/attempt'
import type { ProjectView } from '../schema'

/** Keeps what is to be packed or drawn, and answers the recipe of the file. */
export async function documentOf(format: DocumentFormat, content: unknown): Promise<Recipe> {
  const text = JSON.stringify(content)
  const recipe = contentRecipe(createHash('sha256').update(text).digest('hex'))
  const fingerprint = fingerprintOf(recipe)
  await withUploadFolder(async (folder) => {
    const filePath = path.join(folder, 'content.json')
    await writeFile(filePath, text)
    await keepAsset({
      recipe,
      fingerprint,
      filePath,
      extension: 'json',
      mediaType: 'application/json',
      facts: {},
    })
  })
  return documentRecipe(format, fingerprint)
}

/** The storyboard as it stands, for paper. Null before there is one. */
export function paperOf(view: ProjectView): Paper | null {
  const { storyboard } = view
  if (!storyboard) return null
  const scenes = new Map(storyboard.scenes.map((scene) => [scene.id, scene]))
  return {
    title: view.title,
    language: storyboard.language,
    width: storyboard.settings.film.width,
    height: storyboard.settings.film.height,
    scenes: view.scenes.flatMap(({ id, startMs, durationMs, slots }) => {
      const scene = scenes.get(id)
      if (!scene) return []
      const { title, narration, prompt } = scene
      return [{ title, narration, prompt, startMs, durationMs, frame: slots.frame.fingerprint }]
    }),
  }
}
