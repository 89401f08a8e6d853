import { mentionsAbroad, referencesAbroad } from './abroad'
import { Company, type Resolved } from './characters'
import { findChineseNames } from './chinese-names'
import { chineseReferences } from './chinese-references'
import { findEnglishNames } from './english-names'
import { englishReferences } from './english-references'
import { baseLanguage } from './language'
import { lexicon } from './lexicon'
import { englishTokens, type Mention, mentionsInEnglish, mentionsInUnspaced } from './mention'
import { spokenMask } from './quotes'
import type { Reference } from './reference'
import type { Sentence } from './sentences'
import { simplify } from './simplify'

/** What one sentence says that a picture can show. */
export interface Reading {
  sentence: Sentence
  /** The text the offsets below belong to: the sentence's own, in simplified characters if Chinese. */
  text: string
  mentions: Mention[]
  people: Resolved[]
  /** Read with English grammar. */
  english: boolean
  /** The offset is inside someone's speech. */
  isSpoken(at: number): boolean
}

export interface StoryReading {
  readings: Reading[]
  company: Company
}

/** Reads every sentence in order; characters are told apart over the whole story. */
export function readStory(story: string, sentences: Sentence[], language: string): StoryReading {
  const mask = spokenMask(story)
  const spokenIn = (sentence: Sentence) => (at: number) => mask[sentence.start + at] === 1
  const base = baseLanguage(language)
  if (base === 'zh') return readChinese(story, sentences, spokenIn)
  if (base === 'en') return readEnglish(sentences, spokenIn)
  const drafts = sentences.map((sentence) => {
    const text = shown(sentence)
    const mentions = mentionsAbroad(text, base)
    return { sentence, text, mentions, refs: referencesAbroad(mentions, spokenIn(sentence)) }
  })
  return gather(drafts, spokenIn, '')
}

/** Nobody pictures what stands further on in one sentence; and a text without a full stop must not take for ever. */
const LONGEST_READ = 1_500

function shown(sentence: Sentence): string {
  return sentence.text.slice(0, LONGEST_READ).toWellFormed()
}

type SpokenIn = (sentence: Sentence) => (at: number) => boolean

function readEnglish(sentences: Sentence[], spokenIn: SpokenIn): StoryReading {
  const tokens = sentences.map((sentence) => englishTokens(shown(sentence)))
  const names = findEnglishNames(tokens.filter((_, i) => !sentences[i]?.heading))
  const drafts = sentences.map((sentence, i) => {
    const words = tokens[i] ?? []
    const text = shown(sentence)
    const mentions = mentionsInEnglish(text, words)
    return {
      sentence,
      text,
      mentions,
      refs: englishReferences(text, words, mentions, names, spokenIn(sentence)),
    }
  })
  return gather(drafts, spokenIn, 'Narrator')
}

function readChinese(story: string, sentences: Sentence[], spokenIn: SpokenIn): StoryReading {
  // Longest names first, so that 李小明 is not read as 小明.
  const names = [...findChineseNames(simplify(story))].sort((a, b) => b.length - a.length)
  const drafts = sentences.map((sentence) => {
    const text = simplify(shown(sentence))
    const mentions = mentionsInUnspaced(text, lexicon().chinese)
    return { sentence, text, mentions, refs: chineseReferences(text, mentions, names, spokenIn(sentence)) }
  })
  const read = gather(drafts, spokenIn, '我')
  writeAsStory(read.company, story)
  return read
}

/** Names are told apart in simplified characters but shown as the author writes them. */
function writeAsStory(company: Company, story: string): void {
  const plain = simplify(story)
  if (plain === story) return
  const original = (word: string) => {
    const at = plain.indexOf(word)
    return at < 0 ? word : story.slice(at, at + word.length)
  }
  for (const character of company.characters) {
    character.name = original(character.name)
    character.aliases = new Set([...character.aliases].map(original))
  }
}

interface Draft {
  sentence: Sentence
  text: string
  mentions: Mention[]
  refs: Reference[]
}

function gather(drafts: Draft[], spokenIn: SpokenIn, narratorName: string): StoryReading {
  const said = drafts.flatMap((draft) =>
    draft.refs.filter((ref) => ref.kind === 'narrator' && !spokenIn(draft.sentence)(ref.start)),
  )
  const company = new Company(said.length >= (drafts.length <= 3 ? 1 : 2), narratorName)
  const readings = drafts.map((draft) => ({
    sentence: draft.sentence,
    text: draft.text,
    // The cloud in 沈孤云 is no cloud.
    mentions: draft.mentions.filter(
      (m) =>
        !draft.refs.some(
          (ref) =>
            ref.kind !== 'noun' &&
            ref.start <= m.start &&
            ref.end >= m.end &&
            !m.entries.some((e) => e.kind === 'person' || e.kind === 'animal'),
        ),
    ),
    // A heading names people but shows nothing.
    people: company.read(
      draft.sentence.heading ? draft.refs.map((ref) => ({ ...ref, seen: false })) : draft.refs,
      draft.text,
    ),
    isSpoken: spokenIn(draft.sentence),
    english: narratorName === 'Narrator',
  }))
  return { readings, company }
}
