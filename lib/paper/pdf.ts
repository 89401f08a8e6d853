import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { findAsset } from '@/lib/asset/store'
import { fontOrder } from '@/lib/media/film-fonts'
import { readFontFile } from '@/lib/media/font-file'
import { storage } from '@/lib/storage/storage'
import { clockOf } from './clock'
import { type Face, runsOf } from './runs'
import type { Paper } from './schema'

/** From the working folder, not `import.meta.url`: a bundler would take that for an asset of its own. */
const FONTS = path.join(process.cwd(), 'public/fonts/film')

/** Points, 72 to the inch. */
const MARGIN = 42
const PICTURE_WIDTH = 190
const GAP = 16
/** Twice the printed size at 150 dots an inch, and a tenth of the bytes of a frame. */
const PICTURE_PIXELS = 640

/** No time of making in it: the same paper gives the same bytes. */
const CREATED = new Date('2000-01-01T00:00:00Z')

/**
 * Picture, text and timing of each scene, a page as soon as it is full. Throws when a font is missing; a picture that is
 * gone leaves its place empty. `onScene` is told how many scenes are drawn.
 */
export async function drawPaper(paper: Paper, onScene?: (done: number) => void): Promise<Readable> {
  const faces = await facesOf(paper.language)
  const info = { Title: paper.title, CreationDate: CREATED }
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, info })
  for (const face of faces) doc.registerFont(face.name, await readFile(face.file))
  void drawPages(doc, paper, faces, onScene).then(
    () => doc.end(),
    (error: unknown) => doc.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return doc as unknown as Readable
}

async function drawPages(
  doc: PDFKit.PDFDocument,
  paper: Paper,
  faces: readonly Face[],
  onScene?: (done: number) => void,
): Promise<void> {
  const right = MARGIN + PICTURE_WIDTH + GAP
  const width = doc.page.width - right - MARGIN
  const write = (text: string, size: number, colour: string, at: number, wide: number) => {
    const runs = runsOf(text, faces)
    doc.fontSize(size).fillColor(colour)
    runs.forEach((run, i) => {
      const options = { continued: i < runs.length - 1, width: wide, lineGap: 2 }
      doc.font(run.face)
      if (i === 0) doc.text(run.text, at, doc.y, options)
      else doc.text(run.text, options)
    })
  }
  write(paper.title || ' ', 20, '#1c1b19', MARGIN, doc.page.width - 2 * MARGIN)
  doc.moveDown(0.8)
  for (const [i, scene] of paper.scenes.entries()) {
    const picture = await pictureOf(scene.frame)
    const shape = picture ?? paper
    const height = (PICTURE_WIDTH * shape.height) / shape.width
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
    const { y, page } = doc
    if (picture) doc.image(picture.jpeg, MARGIN, y, { width: PICTURE_WIDTH })
    else doc.rect(MARGIN, y, PICTURE_WIDTH, height).lineWidth(0.5).stroke('#e4dfd5')
    doc.y = y
    const times = `${clockOf(scene.startMs)} – ${clockOf(scene.startMs + scene.durationMs)}`
    write(`${i + 1}   ${times}   ${(scene.durationMs / 1000).toFixed(1)} s`, 8.5, '#6b675f', right, width)
    doc.y += 2
    write(scene.title || ' ', 11.5, '#1c1b19', right, width)
    doc.y += 3
    if (scene.narration) write(scene.narration, 10, '#1c1b19', right, width)
    if (scene.prompt) {
      doc.y += 3
      write(scene.prompt, 8, '#6b675f', right, width)
    }
    // A text of more than a page leaves its picture behind.
    doc.y = (doc.page === page ? Math.max(doc.y, y + height) : doc.y) + GAP
    onScene?.(i + 1)
  }
}

async function pictureOf(
  fingerprint: string | null,
): Promise<{ jpeg: Buffer; width: number; height: number } | null> {
  const asset = fingerprint ? await findAsset(fingerprint) : undefined
  if (!asset || !(await storage().has(asset.key))) return null
  const image = await loadImage(await buffer((await storage().open(asset.key)).stream))
  const width = Math.min(image.width, PICTURE_PIXELS)
  const height = Math.round((image.height * width) / image.width)
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(image, 0, 0, width, height)
  return { jpeg: await canvas.encode('jpeg', 82), width, height }
}

/** The language's own letters first. */
async function facesOf(language: string): Promise<Face[]> {
  const faces: Face[] = []
  for (const folder of fontOrder(language)) {
    const names = (await readdir(path.join(FONTS, folder))).filter((name) => name.endsWith('.woff')).sort()
    for (const name of names) {
      const file = path.join(FONTS, folder, name)
      faces.push({ name, file, covers: (await readFontFile(file)).covers })
    }
  }
  return faces
}
