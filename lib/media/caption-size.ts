/** How large captions are in a film of a given size. Free of Node. */
import type { Size } from './video'

/** Side margins: nothing lies in the outer 6 % of the width. */
const SAFE_WIDTH = 0.88

export interface CaptionSize {
  /** Height of a full-width character in pixels: 38 at 1280x720, 43 at 720x1280. */
  em: number
  /** Columns of a line; a full-width character takes two. */
  columns: number
  sideMargin: number
  /** Distance of the lowest line from the lower edge; more in a tall film, where players put their controls. */
  bottomMargin: number
}

const isSquareScript = (language: string): boolean => /^(zh|yue|ja|ko)\b/i.test(language)

export function captionSizeOf(size: Size, language: string): CaptionSize {
  const { width, height } = size
  const em = Math.max(6, Math.round(Math.min(width * 0.06, height * 0.053)))
  // A bold Latin letter is 0.56 em wide on average, a half-width column of a square script 0.5 em.
  const [column, most] = isSquareScript(language) ? [0.5, 36] : [0.56, 42]
  return {
    em,
    columns: Math.max(6, Math.min(most, Math.floor((width * SAFE_WIDTH) / (em * column)))),
    sideMargin: Math.round((width * (1 - SAFE_WIDTH)) / 2),
    bottomMargin: Math.round(height * (height > width ? 0.11 : 0.07)),
  }
}

/** Characters a second that most people read with ease. */
export const readingSpeed = (language: string): number => (isSquareScript(language) ? 9 : 20)
