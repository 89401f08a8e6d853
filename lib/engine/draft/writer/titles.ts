import type { Player } from './cast'
import { chineseCandidates } from './chinese-titles'
import type { Take } from './direction'
import { englishCandidates } from './english-titles'
import { baseLanguage, isUnspaced } from './language'
import type { Moment } from './moment'
import { pairedMarks, withoutMarks } from './title-marks'

export interface Candidate {
  text: string
  score: number
}

const LONGEST_TITLE = 60
/** A title comes from the first words of a sentence, however long that is. */
const LONGEST_LOOK = 400

/** Gives each scene a title of its own, from the words of its sentences. */
export class TitleMaker {
  private readonly used = new Set<string>()
  private readonly words = new Map<string, number>()

  constructor(
    private readonly language: string,
    /** Names come back in titles without being a repetition. */
    private readonly names: string[],
  ) {}

  title(moments: Moment[], lead: Player | null, take: Take, part: number): string {
    const base = baseLanguage(this.language)
    const heading = moments.find((moment) => moment.reading.sentence.heading)
    const candidates =
      base === 'zh' ? chineseCandidates(moments) : base === 'en' ? englishCandidates(moments, lead) : []
    // `Chapter 3` says nothing; `Chapter 3: The Whale` does.
    if (heading) {
      const text = heading.reading.sentence.text
      candidates.push({ text: headingTitle(text), score: isNumberOnly(text) ? -1 : 99 })
    }
    for (const moment of moments) {
      candidates.push(...plainPhrases(moment, base).filter((phrase) => part === 0 || phrase.whole))
    }
    const best = candidates
      .map(({ text, score }, i) => ({ text: withoutMarks(text), score, i }))
      .filter(({ text }) => text !== '' && !this.used.has(text.toLowerCase()))
      .map((candidate) => ({ ...candidate, score: candidate.score - this.repetition(candidate.text) }))
      .sort((a, b) => b.score - a.score || a.i - b.i)[0]
    return this.take(best?.text ?? this.again(moments, lead, take, part))
  }

  private repetition(text: string): number {
    return this.wordsOf(text).reduce((sum, word) => sum + Math.min(1, (this.words.get(word) ?? 0) * 0.5), 0)
  }

  private wordsOf(text: string): string[] {
    if (baseLanguage(this.language) === 'en')
      return (
        text
          .toLowerCase()
          .match(/[a-z]{3,}/g)
          ?.filter((w) => !/^(?:the|and|his|her|their)$/.test(w)) ?? []
      )
    // Pairs of characters stand for words.
    if (!isUnspaced(this.language)) return []
    const pairs = [...text].slice(1).map((_, i) => text.slice(i, i + 2))
    return pairs.filter((pair) => !this.names.some((name) => name.includes(pair)))
  }

  private take(text: string): string {
    const stem = clip(text.charAt(0).toLocaleUpperCase() + text.slice(1))
    let title = stem
    for (let n = 2; this.used.has(title.toLowerCase()); n++) title = `${stem} ${n}`
    this.used.add(title.toLowerCase())
    for (const word of this.wordsOf(title)) this.words.set(word, (this.words.get(word) ?? 0) + 1)
    return title
  }

  /** All its phrases are taken: the same again, told apart by how it is filmed. */
  private again(moments: Moment[], lead: Player | null, take: Take, part: number): string {
    const zh = baseLanguage(this.language) === 'zh'
    const name = lead?.character.name ?? ''
    const first = moments[0]?.reading.sentence.text.slice(0, LONGEST_LOOK) ?? ''
    const stem = name || clip(withoutMarks(first), 24) || `${part + 1}`
    const [english, chinese] = VIEWS[take.angle] ?? VIEWS[take.size] ?? ['Shot', '镜头']
    const label = zh
      ? `${stem}·${chinese}`
      : baseLanguage(this.language) === 'en'
        ? `${stem}: ${english}`
        : stem
    return label.charAt(0).toUpperCase() + label.slice(1)
  }
}

/** How a scene is filmed, in words for a title. */
const VIEWS: Record<string, [english: string, chinese: string]> = {
  wide: ['Wide', '远景'],
  medium: ['Nearer', '中景'],
  close: ['Close', '特写'],
  detail: ['Aside', '侧影'],
  'low angle shot': ['From Below', '仰视'],
  'high angle view': ['From Above', '俯瞰'],
  'view from behind': ['From Behind', '背影'],
  'distant view': ['From Afar', '远望'],
}

const OPENERS =
  /^(?:昔々|むかし|ある日|옛날|어느 날|il était une fois|es war einmal|érase una vez|había una vez|c['’]era una volta|era uma vez|жил|однажды|un jour|eines tages|un día|un giorno|um dia)/iu

/** Clauses as they stand; those that name something to see come first, worn openings last. */
function plainPhrases(moment: Moment, language: string): (Candidate & { whole: boolean })[] {
  const text = moment.reading.sentence.text.slice(0, LONGEST_LOOK)
  const phrases = isUnspaced(language) ? unspacedPhrases(text, language) : spacedPhrases(text)
  const base = language === 'en' || language === 'zh' ? -1 : 0
  return phrases.map(({ text: phrase, whole }) => {
    const names = moment.reading.mentions.filter((m) =>
      phrase.toLowerCase().includes(m.text.toLowerCase()),
    ).length
    const worn = OPENERS.test(phrase) ? 1.5 : 0
    return { text: phrase, score: base + Math.min(2, names) * 0.4 + (whole ? 0.3 : 0) - worn, whole }
  })
}

/** `第一章 出发` is called 出发, `Chapter 2: The Road` The Road, `Chapter 3` itself. */
export function headingTitle(heading: string): string {
  const rest = heading.replace(
    /^(?:第[\p{Script=Han}\d]{1,6}[章节節回幕卷集部话話篇]|(?:chapter|part|act|scene|kapitel|chapitre|cap[ií]tulo|глава)\s+[\p{L}\d]+)[\s:：.、,—-]*/iu,
    '',
  )
  return rest.trim() || heading
}

const NUMBER_ONLY =
  /^(?:chapter|part|act|scene|kapitel|chapitre|cap[ií]tulo|глава)?\s*(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)?[.:]?$|^第[\p{Script=Han}\d]{1,6}[章节節回幕卷集部话話篇]$/iu

export function isNumberOnly(heading: string): boolean {
  return NUMBER_ONLY.test(heading.trim())
}

function clip(text: string, longest = LONGEST_TITLE): string {
  if (text.length <= longest) return text
  const graphemes = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, longest + 20)),
  ]
  let kept = ''
  for (const { segment } of graphemes) {
    if (kept.length + segment.length > longest) break
    kept += segment
  }
  return pairedMarks(kept) || text.slice(0, longest).toWellFormed()
}

function clauses(text: string): string[] {
  return text
    .split(/[\p{Sentence_Terminal},;:，；：、…—–"“”«»„「」『』()（）\n]+/u)
    .map((clause) => clause.trim())
    .filter(Boolean)
}

interface Phrase {
  text: string
  /** A whole clause, not its beginning. */
  whole: boolean
}

function spacedPhrases(text: string): Phrase[] {
  return clauses(text).map((clause) => {
    const words = clause.split(/\s+/)
    const kept = words.slice(0, 6)
    // Little words at the end belong to what was cut off.
    while (words.length > 6 && kept.length > 2 && (kept.at(-1)?.length ?? 0) <= 3) kept.pop()
    return { text: kept.join(' '), whole: kept.length === words.length }
  })
}

function unspacedPhrases(text: string, language: string): Phrase[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return clauses(text).map((clause) => {
    if (clause.length <= 10) return { text: clause, whole: true }
    let kept = ''
    for (const { segment } of segmenter.segment(clause.slice(0, 40))) {
      if (kept && kept.length + segment.length > 10) break
      kept += segment
    }
    return { text: kept.replace(/[的在和与把被はがをにのと]$/u, ''), whole: false }
  })
}
