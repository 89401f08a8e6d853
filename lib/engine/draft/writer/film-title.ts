import type { Player } from './cast'
import { titleCase } from './english-titles'
import { baseLanguage } from './language'
import type { Moment } from './moment'
import { headingTitle, isNumberOnly } from './titles'

/**
 * The film's name: the story's own first heading, or a line short enough to be one, or the main character with the
 * thing or place that comes back most; null when the story offers none of these.
 */
export function filmTitle(moments: Moment[], cast: Player[], language: string): string | null {
  const [lead, second] = cast
  const first = moments[0]
  if (first?.reading.sentence.heading) {
    const own = headingTitle(first.reading.sentence.text)
    if (!isNumberOnly(first.reading.sentence.text) && !/^(?:prologue|序|楔子)/iu.test(own)) return own
  }
  const zh = baseLanguage(language) === 'zh'
  if (!zh && baseLanguage(language) !== 'en') return null
  const found = mainMatter(moments, zh, lead?.character.name ?? '')
  const partner = second && lead && second.character.acts >= lead.character.acts * 0.5 ? second : null
  // Two friends make a better name than a thing that is hardly there.
  if (
    lead &&
    partner &&
    !lead.character.narrator &&
    !partner.character.narrator &&
    (found?.score ?? 0) < 2.6
  ) {
    if (zh) return `${lead.character.name}与${partner.character.name}`
    return titleCase(`${called(lead)} and ${called(partner)}`)
  }
  const matter = found?.word ?? null
  if (!lead || lead.character.narrator) return matter ? (zh ? matter : titleCase(`the ${matter}`)) : null
  const { character } = lead
  if (zh) return matter ? `${character.name}与${matter}` : character.name
  const name = called(lead)
  return titleCase(matter ? `${name} and the ${matter}` : name)
}

function called({ character }: Player): string {
  return character.named || /^\p{Lu}/u.test(character.name) ? character.name : `the ${character.name}`
}

/** Too common a thing to name a film. */
const PLAIN = /^(?:window|door|computer|telephone|shoes|hat|glasses|teacup|smoke|tree)$/
const COMMON_PLACES = new Set([
  'sea',
  'forest',
  'mountain',
  'village',
  'city',
  'sky',
  'home',
  'street',
  'road',
  'river',
])

/** The thing, or else the place, that the story comes back to, in its own words. */
function mainMatter(moments: Moment[], zh: boolean, lead: string): { word: string; score: number } | null {
  const scores = new Map<string, { score: number; word: string }>()
  for (const moment of moments) {
    for (const mention of moment.reading.mentions) {
      if (mention.absent) continue
      const entry = mention.entries.find((e) => e.kind === 'object' || e.kind === 'place')
      if (!entry || lead.toLowerCase().includes(mention.text.toLowerCase())) continue
      if (entry.kind === 'object' && (!entry.notable || PLAIN.test(entry.word))) continue
      const word = zh
        ? moment.reading.sentence.text.slice(mention.start, mention.end).replace(/^一[颗盏把本封张朵]/u, '')
        : mention.text.toLowerCase()
      if (
        zh
          ? word.length < 1 || /[里上中下边外前旁处]$/u.test(word)
          : /^(?:home|house|room|door|window|wall|street)$/.test(word)
      )
        continue
      const key = entry.kind === 'place' ? entry.key : entry.word
      const known = scores.get(key)
      // What a story opens with is what it is about.
      const opening = !known && moments.indexOf(moment) < 2 ? 0.8 : 0
      const weight =
        opening +
        (entry.kind === 'object'
          ? 1.2
          : entry.kind === 'place'
            ? COMMON_PLACES.has(entry.key)
              ? 0.5
              : 0.9
            : 0.6) *
          (moment.reading.isSpoken(mention.start) ? 0.6 : 1)
      scores.set(key, { score: (known?.score ?? 0) + weight, word: known?.word ?? word })
    }
  }
  const [best] = [...scores.values()].sort((a, b) => b.score - a.score)
  return best ?? null
}
