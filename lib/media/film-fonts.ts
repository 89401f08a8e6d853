/** The fonts that captions are burnt with: vendored, one bold cut a script, so that every machine burns the same pixels. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { CaptionFont } from './captions'
import { readFontFile } from './font-file'

/** Folder below `public/fonts/film` and the family as libass sees it, in the order in which a glyph is looked for. */
const FAMILIES = {
  latin: 'Noto Sans',
  chinese: 'Noto Sans SC Thin',
  taiwan: 'Noto Sans TC Thin',
  japanese: 'Noto Sans JP Thin',
  korean: 'Noto Sans KR Thin',
  arabic: 'Noto Sans Arabic',
  hebrew: 'Noto Sans Hebrew',
  devanagari: 'Noto Sans Devanagari',
  thai: 'Noto Sans Thai',
} as const
export type FontFolder = keyof typeof FAMILIES

const FIRST: [RegExp, FontFolder][] = [
  [/^(zh|yue)\b.*-(hant|tw|hk|mo)\b|^yue\b/i, 'taiwan'],
  [/^zh\b/i, 'chinese'],
  [/^ja\b/i, 'japanese'],
  [/^ko\b/i, 'korean'],
  [/^(ar|fa|ur|ps|ckb|ug)\b/i, 'arabic'],
  [/^(he|iw|yi)\b/i, 'hebrew'],
  [/^(hi|mr|ne|sa)\b/i, 'devanagari'],
  [/^th\b/i, 'thai'],
]

/** The language's own font first, then the others: a Chinese name in an English line finds its characters too. */
export function fontOrder(language: string): FontFolder[] {
  const own = FIRST.find(([tags]) => tags.test(language))?.[1] ?? 'latin'
  const folders = Object.keys(FAMILIES) as FontFolder[]
  return [own, ...folders.filter((folder) => folder !== own)]
}

/** `root`: the folder `public/fonts/film`. Throws when a font is missing. */
export async function filmFonts(root: string, language: string): Promise<CaptionFont[]> {
  return await Promise.all(fontOrder(language).map((folder) => loadFont(root, folder)))
}

const loaded = new Map<string, Promise<CaptionFont>>()

function loadFont(root: string, folder: FontFolder): Promise<CaptionFont> {
  const key = path.join(root, folder)
  const font = loaded.get(key) ?? readFont(key, FAMILIES[folder])
  loaded.set(key, font)
  font.catch(() => loaded.delete(key))
  return font
}

/** A family may be cut into files by script (Latin, Greek, Cyrillic): libass takes each glyph from the file that has it. */
async function readFont(folder: string, family: string): Promise<CaptionFont> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.woff')).sort()
  const paths = names.map((name) => path.join(folder, name))
  const files = await Promise.all(paths.map(readFontFile))
  return {
    family,
    files: paths,
    lineEm: files[0]?.lineEm ?? 1,
    covers: (codePoint) => files.some((file) => file.covers(codePoint)),
  }
}
