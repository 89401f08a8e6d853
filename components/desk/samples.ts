import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { STYLES } from '@/lib/storyboard/styles'

export interface SampleStory {
  id: string
  language: string
  text: string
}

/** `fox.zh.txt` → language `zh`. On the server; a studio without the examples simply has none. */
export async function listSampleStories(): Promise<SampleStory[]> {
  const folder = path.join(process.cwd(), 'examples', 'stories')
  const names = await readdir(folder).catch(() => [])
  const samples = names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map(async (name) => {
      const [id = name, language = 'en'] = name.split('.')
      return { id, language, text: (await readFile(path.join(folder, name), 'utf8')).trim() }
    })
  return Promise.all(samples)
}

/** Addresses of the style pictures that are there, by style. */
export async function listStylePictures(): Promise<Record<string, string>> {
  const names = await readdir(path.join(process.cwd(), 'public', 'styles')).catch(() => [])
  return Object.fromEntries(
    STYLES.flatMap(({ id }) => {
      const name = names.find((file) => /\.(webp|png|jpe?g)$/.test(file) && path.parse(file).name === id)
      return name ? [[id, `/styles/${name}`]] : []
    }),
  )
}
