/** Control letters and those that turn the writing direction, but not the joiners that words and emoji are spelt with. */
const FORBIDDEN = /(?:(?![\u200c\u200d])\p{C}|[<>:"/\\|?*\s])+/gu
/** Of Windows, whatever ending follows. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?= *(?:\.|$))/i
const MOST_LETTERS = 80

/** A title as a file name that every system takes, without an ending; empty when nothing is left of it. */
export function fileName(title: string): string {
  const letters = [...trimmed(title.normalize('NFC').replace(FORBIDDEN, ' '))]
  return trimmed(letters.slice(0, MOST_LETTERS).join('')).replace(DEVICE, '$1_')
}

const trimmed = (name: string): string => name.replace(/^[.\s]+|[.\s\u200c\u200d]+$/g, '')
