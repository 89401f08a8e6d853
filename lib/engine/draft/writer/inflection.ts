const IRREGULAR_PLURALS: Record<string, string> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  mouse: 'mice',
  goose: 'geese',
  wolf: 'wolves',
  thief: 'thieves',
  elf: 'elves',
  knife: 'knives',
  leaf: 'leaves',
  loaf: 'loaves',
  ox: 'oxen',
  sheep: 'sheep',
  deer: 'deer',
  fish: 'fish',
}

/** An English noun and its plural; words that are plural already stay as they are. */
export function nounForms(noun: string): string[] {
  const last = noun.split(' ').at(-1) ?? noun
  const head = noun.slice(0, noun.length - last.length)
  const irregular =
    IRREGULAR_PLURALS[last] ??
    (/(?:fisher|police|fire|post|noble|ferry|mail|horse|gentle|boat|salt)man$/.test(last)
      ? last.replace(/man$/, 'men')
      : null)
  if (irregular) return [noun, head + irregular]
  if (/s$/.test(last) && !/(?:ss|us)$/.test(last)) return [noun]
  if (/(?:s|x|z|ch|sh)$/.test(last)) return [noun, `${noun}es`]
  if (/[^aeiou]y$/.test(last)) return [noun, `${noun.slice(0, -1)}ies`]
  return [noun, `${noun}s`]
}

/** Verbs of one syllable that end in consonant, vowel, consonant double it: `stopped`. */
const DOUBLED = /^[^aeiou]*[aeiou][bdgklmnprt]$/

/**
 * Every form of an English verb written `lemma/past/participle`. A regular one gives its lemma alone. `!` in front
 * leaves out the bare form, which is a noun as often. Verbs of two words inflect the first.
 */
export function verbForms(verb: string): string[] {
  const shy = verb.startsWith('!')
  const [lemma = '', ...given] = verb.replace('!', '').split('/')
  const [first = '', ...rest] = lemma.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const doubled = DOUBLED.test(first) ? first + first.slice(-1) : first
  const ing = /ie$/.test(first)
    ? `${first.slice(0, -2)}ying`
    : /[^eoy]e$/.test(first)
      ? `${first.slice(0, -1)}ing`
      : `${doubled}ing`
  const regular = /e$/.test(first)
    ? `${first}d`
    : /[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ied`
      : `${doubled}ed`
  const past = given.length > 0 ? given : [regular + tail]
  const third = /(?:s|x|z|ch|sh|o)$/.test(first)
    ? `${first}es`
    : /[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ies`
      : `${first}s`
  return [...past, ing + tail, third + tail, ...(shy ? [] : [first + tail])]
}
