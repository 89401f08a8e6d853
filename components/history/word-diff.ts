/** A stretch of two texts that is in both, or only in one of them. */
export interface Stretch {
  kind: 'same' | 'gone' | 'come'
  text: string
}

/** Beyond this many pairs of words a text counts as rewritten; what stays at its ends is told all the same. */
const MOST_PAIRS = 1_000_000

/**
 * How one text becomes another, word by word, as few words as can be (longest common subsequence). Words are those of
 * the language: Chinese has them without spaces between.
 */
export function wordDiff(from: string, to: string, language: string): Stretch[] {
  const [a, b] = [wordsOf(from, language), wordsOf(to, language)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return joined([
    ...a.slice(0, head).map(same),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ])
}

const same = (text: string): Stretch => ({ kind: 'same', text })
const gone = (text: string): Stretch => ({ kind: 'gone', text })
const come = (text: string): Stretch => ({ kind: 'come', text })

function wordsOf(text: string, language: string): string[] {
  try {
    return segmented(text, language)
  } catch {
    // A tag that looks right and means nothing.
    return segmented(text, 'en')
  }
}

const segmented = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

function middle(a: readonly string[], b: readonly string[]): Stretch[] {
  if (a.length * b.length > MOST_PAIRS) return [...a.map(gone), ...b.map(come)]
  // lengths[i][j]: how much the rest from i and the rest from j have in common.
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const down = lengths[(i + 1) * width + j] ?? 0
      const right = lengths[i * width + j + 1] ?? 0
      const both = (lengths[(i + 1) * width + j + 1] ?? 0) + 1
      lengths[i * width + j] = a[i] === b[j] ? both : Math.max(down, right)
    }
  }
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [word = '', other = ''] = [a[i], b[j]]
    const down = lengths[(i + 1) * width + j] ?? 0
    const right = lengths[i * width + j + 1] ?? 0
    if (i < a.length && j < b.length && word === other) {
      stretches.push(same(word))
      i++
      j++
    } else if (j >= b.length || (i < a.length && down >= right)) {
      stretches.push(gone(word))
      i++
    } else {
      stretches.push(come(other))
      j++
    }
  }
  return stretches
}

/** Neighbours of one kind as one; where words give way to others, all that goes stands before all that comes. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) result.push(gone(removed))
    if (added) result.push(come(added))
    removed = added = ''
  }
  for (const [i, { kind, text }] of stretches.entries()) {
    if (kind === 'gone') removed += text
    else if (kind === 'come') added += text
    else if (text.trim() === '' && (removed || added) && isChange(stretches[i + 1])) {
      // A space between two changed words belongs to both, or every word would be a change of its own.
      removed += text
      added += text
    } else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push(same(text))
    }
  }
  flush()
  return result
}

const isChange = (stretch: Stretch | undefined): boolean => stretch !== undefined && stretch.kind !== 'same'
