import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { findAsset } from '@/lib/asset/store'
import { timecode } from '@/lib/base/timecode'
import { unpackFont } from '@/lib/media/font-file'
import { storage } from '@/lib/storage/storage'
import { facesOf } from './faces'
import { type Face, runsOf } from './runs'
import type { Paper } from './schema'

/** Points, 72 to the inch. */
const MARGIN = 42
const PICTURE_WIDTH = 190
const GAP = 16
/** Twice the printed size at 150 dots an inch, and a tenth of the bytes of a frame. */
const PICTURE_PIXELS = 640

/** In ems from a line's top, for whatever font: by its own ascent, a name in other letters would stand lower than its line. */
const BASELINE = 1.07

const INK = '#1c1b19'
const SOFT = '#6b675f'
const LINE = '#e4dfd5'
const STYLES = {
  film: { size: 20, weight: 'bold', colour: INK },
  scene: { size: 11.5, weight: 'bold', colour: INK },
  narration: { size: 10, weight: 'regular', colour: INK },
  prompt: { size: 8, weight: 'regular', colour: SOFT },
  times: { size: 8.5, weight: 'regular', colour: SOFT },
} as const
type Style = keyof typeof STYLES
type Weight = (typeof STYLES)[Style]['weight']

/**
 * Picture, text and timing of each scene, a page as soon as it is full. Throws when a font is missing; a picture that is
 * gone leaves its place empty. `onScene` is told how many scenes are drawn.
 */
export async function drawPaper(paper: Paper, onScene?: (done: number) => void): Promise<Readable> {
  const faces = await facesOf(paper.language)
  // The same paper gives the same bytes: a date is part of the file's identity, and stands nowhere else in it.
  const info = { Title: paper.title, Creator: 'StoryToVideo Studio', CreationDate: new Date(0) }
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, lang: paper.language, displayTitle: true, info })
  Object.defineProperty(doc.info, 'CreationDate', { enumerable: false })
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
  const registered = new Set<string>()
  const setFont = async ({ name, ...files }: Face, weight: Weight) => {
    const font = `${name} ${weight}`
    if (!registered.has(font)) doc.registerFont(font, unpackFont(await readFile(files[weight])))
    registered.add(font)
    doc.font(font)
  }
  const write = async (text: string, style: Style, at = right, wide = width) => {
    const { size, weight, colour } = STYLES[style]
    const runs = runsOf(text, faces)
    doc.fontSize(size).fillColor(colour)
    for (const [i, run] of runs.entries()) {
      const options = { continued: i < runs.length - 1, width: wide, lineGap: 2, baseline: -size * BASELINE }
      await setFont(run.face, weight)
      if (i === 0) doc.text(run.text, at, doc.y, options)
      else doc.text(run.text, options)
    }
  }
  await write(paper.title || ' ', 'film', MARGIN, doc.page.width - 2 * MARGIN)
  doc.moveDown(0.8)
  for (const [i, scene] of paper.scenes.entries()) {
    const picture = await pictureOf(scene.frame)
    // Nobody reads it any more.
    if (doc.destroyed) return
    const shape = picture ?? paper
    const height = (PICTURE_WIDTH * shape.height) / shape.width
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
    const { y, page } = doc
    if (picture) doc.image(picture.jpeg, MARGIN, y, { width: PICTURE_WIDTH })
    else doc.rect(MARGIN, y, PICTURE_WIDTH, height).lineWidth(0.5).stroke(LINE)
    doc.y = y
    const times = `${timecode(scene.startMs)} – ${timecode(scene.startMs + scene.durationMs)}`
    await write(`${i + 1}   ${times}   ${(scene.durationMs / 1000).toFixed(1)} s`, 'times')
    doc.y += 2
    await write(scene.title || ' ', 'scene')
    doc.y += 3
    if (scene.narration) await write(scene.narration, 'narration')
    if (scene.prompt) {
      doc.y += 3
      await write(scene.prompt, 'prompt')
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
