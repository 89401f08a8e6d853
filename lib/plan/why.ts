import { canonicalJson } from '@/lib/asset/fingerprint'
import type { Json, Recipe } from '@/lib/asset/recipe'
import { isUpload } from './upload'

/** Where a recipe's part comes from in the storyboard, in the words of the interface. */
export const SOURCES: Record<string, string> = {
  text: 'narration',
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  style: 'style',
  cast: 'cast',
  camera: 'camera',
  frames: 'length',
  fps: 'clip.fps',
  voice: 'voice',
  speed: 'speed',
  language: 'language',
  width: 'size',
  height: 'size',
  steps: 'frame.steps',
  guidance: 'frame.guidance',
  strength: 'reference',
}

/** The database does not keep the order of an object's keys. */
const same = (a: Json | undefined, b: Json | undefined): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Which fields of the storyboard make `wanted` another recipe than `shown`: `narration`, `cast.Mei`, `seed`, `frame`. */
export function differences(shown: Recipe, wanted: Recipe): string[] {
  if (isUpload(shown)) return ['engine', ...outdatedLine(shown, wanted)]
  const fields = new Set<string>()
  if (shown.engine !== wanted.engine) fields.add('engine')
  if (shown.seed !== wanted.seed) fields.add('seed')
  for (const key of new Set([...Object.keys(shown.params), ...Object.keys(wanted.params)])) {
    const before = shown.params[key]
    const after = wanted.params[key]
    if (same(before, after)) continue
    if (key === 'cast') for (const name of changedMembers(before, after)) fields.add(`cast.${name}`)
    else fields.add(SOURCES[key] ?? key)
  }
  for (const key of new Set([...Object.keys(shown.inputs), ...Object.keys(wanted.inputs)])) {
    if (shown.inputs[key] !== wanted.inputs[key]) fields.add(key)
  }
  return [...fields]
}

/** The writer's own recording was not made from the line, but it may speak an older one. */
export function outdatedLine(upload: Recipe, wanted: Recipe): string[] {
  const speaks = wanted.params.text !== undefined && upload.params.text !== undefined
  return speaks && !same(upload.params.text, wanted.params.text) ? ['narration'] : []
}

function changedMembers(before: Json | undefined, after: Json | undefined): string[] {
  const byName = (list: Json | undefined) =>
    new Map(
      (Array.isArray(list) ? list : []).map((m) => {
        const member = m as { name?: Json }
        return [String(member.name ?? ''), m] as const
      }),
    )
  const a = byName(before)
  const b = byName(after)
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => !same(a.get(name), b.get(name)))
}
