/**
 * Builds the painter's sprite tables from the emoji sets in node_modules, so that no full set is ever loaded at run
 * time. Sources: @iconify-json/noto (Apache-2.0), @iconify-json/fluent-emoji-flat (MIT), emojibase-data (MIT) for
 * words, and `sprites/drawn.mjs`, our own. Run `node scripts/sprites.mjs` after a change of `sprites/`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { drawn } from './sprites/drawn.mjs'

const require = createRequire(import.meta.url)
const noto = require('@iconify-json/noto/icons.json').icons
const fluent = require('@iconify-json/fluent-emoji-flat/icons.json').icons
const codes = require('@iconify-json/noto/chars.json')
const english = require('emojibase-data/en/data.json')
const chinese = require('emojibase-data/zh/data.json')

const OUT = new URL('../lib/engine/draft/painter/sprite/', import.meta.url)
const PART_OF = {
  animal: 'animals',
  bird: 'animals',
  fish: 'animals',
  bug: 'animals',
  building: 'places',
  plant: 'places',
  flower: 'places',
  boat: 'vehicles',
  ship: 'vehicles',
  car: 'vehicles',
  train: 'vehicles',
  craft: 'vehicles',
  tool: 'things',
  thing: 'things',
  food: 'things',
}

function source(name) {
  if (drawn[name]) return { size: 128, body: drawn[name] }
  if (noto[name]) return { size: 128, body: noto[name].body }
  if (fluent[name]) return { size: 32, body: fluent[name].body }
  throw new Error(`no glyph named ${name}`)
}

/** Hundredths of a unit are finer than any picture shows. */
const shorten = (body) => body.replace(/(\d+\.\d\d)\d+/g, '$1').replace(/\s+/g, ' ')

/** The part of the glyph's square that is painted, in thousandths: left, top, right, bottom. */
async function inkBox({ size, body }) {
  const side = 256
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}">${body}</svg>`
  const canvas = createCanvas(side, side)
  const ink = canvas.getContext('2d')
  ink.drawImage(await loadImage(Buffer.from(svg)), 0, 0)
  const { data } = ink.getImageData(0, 0, side, side)
  let [left, top, right, bottom] = [side, side, 0, 0]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (data[(y * side + x) * 4 + 3] < 40) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return [left, top, right, bottom].map((v) => Math.round((v / side) * 1000))
}

function labels(name) {
  const code = Object.keys(codes).find((c) => codes[c] === name)
  if (code === undefined || drawn[name]) return []
  const same = (entry) =>
    entry.hexcode.toLowerCase() === code || entry.hexcode.toLowerCase() === `${code}-fe0f`
  return [english.find(same)?.label, chinese.find(same)?.label].filter(
    (label) => label && !/[:：“]/.test(label),
  )
}

const rows = readFileSync(new URL('sprites/catalogue.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.match(/^(\S+) (\S+) (\S+) (\S+) (.*)$/).slice(1))

const bodies = { animals: {}, places: {}, vehicles: {}, things: {} }
const catalogue = {}
const claimed = new Set(rows.flatMap((row) => row[4].split('|')))
for (const [name, metres, kind, looks, words] of rows) {
  const glyph = source(name)
  // One Chinese character names an animal well enough, but a thing's is part of too many words.
  const living = ['animal', 'bird', 'fish', 'bug'].includes(kind)
  const extra = labels(name).filter((l) => !claimed.has(l.toLowerCase()) && (living || l.length > 1))
  const part = PART_OF[kind]
  bodies[part][name] =
    glyph.size === 128 ? shorten(glyph.body) : `<g transform="scale(4)">${shorten(glyph.body)}</g>`
  catalogue[name] = {
    part,
    kind,
    looks,
    metres: Number(metres),
    box: await inkBox(glyph),
    words: [...new Set([...words.split('|'), ...extra.map((e) => e.toLowerCase())])].join('|'),
  }
}

const lines = (table) =>
  `{\n${Object.entries(table)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`
writeFileSync(new URL('catalogue.json', OUT), lines(catalogue))
for (const [part, table] of Object.entries(bodies)) writeFileSync(new URL(`${part}.json`, OUT), lines(table))
