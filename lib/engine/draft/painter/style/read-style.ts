/** Reads which style is meant; words that name none still pull the colours warm or cold. */
import { type Hex, mix } from '../colour'
import { hasAny, phrases, type Words } from '../reading/words'
import { plain, STYLES, type Style } from './styles'

export const STORYBOOK: Style = {
  id: 'storybook',
  edge: 'paper',
  shadow: 0.8,
  sky: {},
  ambient: {},
  grade: (colour) => colour,
  sprite: plain,
  grain: { kind: 'fibre', strength: 1 },
  vignette: { colour: '#05060c', strength: 0.42 },
}

const WARM = phrases('warm|cozy|golden|autumn|sunny|温暖|暖色|温馨|暖')

const COLD = phrases('cold|cool|icy|blue|winter|冷色|冷|清冷|寒')

/** The style whose words the prompt names first of all; else the storybook, pulled warm or cold by its words. */
export function readStyle(words: Words): Style {
  const known = STYLES.find((entry) => hasAny(words, entry.words))
  if (known !== undefined) return known.style
  const isPaper = hasAny(words, phrases('paper cut|papercut|paper|剪纸|纸艺'))
  const isBook = hasAny(words, phrases('storybook|picture book|绘本'))
  if (hasAny(words, COLD)) return pulled('cold', '#4f86c0', 0.14)
  const isWarm = hasAny(words, WARM)
  // An old picture book: everything as if by lamplight, down to the edges of the page.
  if (isBook && isWarm)
    return { ...pulled('book', '#ffb04a', 0.24), vignette: { colour: '#4a2408', strength: 0.4 } }
  if (isWarm) return pulled('warm', '#ffa64f', isPaper ? 0.07 : 0.13)
  return STORYBOOK
}

function pulled(id: string, tint: Hex, amount: number): Style {
  return {
    ...STORYBOOK,
    id: `storybook-${id}`,
    grade: (c) => mix(c, tint, amount),
    sprite: { grey: 0, tint, amount },
  }
}
