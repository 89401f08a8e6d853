import type { Scene } from './schema'

/** Scripts that write words without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。！？；：、…—”’」』）]/u

/** Two pieces of a text as one; a space only where the script has spaces. */
export function joinText(a: string, b: string): string {
  const left = a.trimEnd()
  const right = b.trimStart()
  if (left === '' || right === '') return left + right
  const tight = UNSPACED.test(left.at(-1) ?? '') || UNSPACED.test(right.charAt(0))
  return tight ? left + right : `${left} ${right}`
}

/** The two halves of a text cut at a UTF-16 offset, never inside a character, without the spaces at the cut. */
export function cutText(text: string, at: number): [string, string] {
  const code = text.charCodeAt(at)
  const whole = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
  return [text.slice(0, whole).trimEnd(), text.slice(whole).trimStart()]
}

/** Between the halves of a split scene the picture stays, so that a short dissolve is all that is seen. */
const SPLIT_TRANSITION: Scene['transition'] = { kind: 'dissolve', durationMs: 500 }

/** The halves of a scene: the same picture and seeds, so that the frame is made already. A fixed length is shared out. */
export function splitHalves(scene: Scene, at: number, newId: string): [Scene, Scene] {
  const [first, second] = cutText(scene.narration, at)
  const share = scene.narration.length === 0 ? 0.5 : first.length / (first.length + second.length || 1)
  const lengthOf = (part: number) =>
    scene.durationMs === null ? null : Math.max(200, Math.round(scene.durationMs * part))
  // A take of the whole line or of the whole length fits neither half.
  const { frame } = scene.pins
  const pins = frame ? { frame } : {}
  return [
    { ...scene, narration: first, durationMs: lengthOf(share), transition: SPLIT_TRANSITION, pins },
    { ...scene, id: newId, narration: second, durationMs: lengthOf(1 - share), pins },
  ]
}

/** A scene that took in the one behind it: its own picture, both lines, the other's way out. */
export function mergedScene(scene: Scene, next: Scene): Scene {
  const { frame } = scene.pins
  return {
    ...scene,
    narration: joinText(scene.narration, next.narration),
    durationMs:
      scene.durationMs === null && next.durationMs === null
        ? null
        : (scene.durationMs ?? 0) + (next.durationMs ?? 0) || null,
    cast: [...new Set([...scene.cast, ...next.cast])],
    transition: next.transition,
    pins: frame ? { frame } : {},
  }
}
