import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fontOrder } from '@/lib/media/film-fonts'
import { readFontFile } from '@/lib/media/font-file'
import type { Face } from './runs'

/** From the working folder, not `import.meta.url`: a bundler would take that for an asset of its own. */
const FONTS = path.join(process.cwd(), 'public/fonts')

/** The language's own letters first. Both cuts of a font have the same letters; the bold one is that of captions. */
export async function facesOf(language: string): Promise<Face[]> {
  const faces: Face[] = []
  for (const script of fontOrder(language)) {
    const names = (await readdir(path.join(FONTS, 'paper', script))).filter((name) => name.endsWith('.woff'))
    for (const name of names.sort()) {
      const regular = path.join(FONTS, 'paper', script, name)
      const bold = path.join(FONTS, 'film', script, name.replace('-400-', '-700-'))
      faces.push({ name, regular, bold, covers: (await readFontFile(regular)).covers })
    }
  }
  return faces
}
