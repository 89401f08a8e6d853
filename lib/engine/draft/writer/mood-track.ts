import { MOODS, type Mood } from '@/lib/storyboard/schema'
import type { Sky } from './entries'
import { MUSIC } from './lexicon/feelings'
import type { Moment } from './moment'
import { pick } from './seed'
import { isDark, type Setting } from './setting'

type Votes = Record<Mood, number>

const NONE: Votes = { calm: 0, joyful: 0, tender: 0, mysterious: 0, tense: 0, sad: 0, epic: 0, playful: 0 }

const SKY_VOTES: Partial<Record<Sky, Partial<Votes>>> = {
  storm: { tense: 1.2, epic: 0.3 },
  sand: { tense: 0.8 },
  rain: { sad: 0.5 },
  fog: { mysterious: 0.8 },
  snow: { calm: 0.2 },
  sunny: { joyful: 0.5 },
}

const FELT: [RegExp, Mood][] = [
  [/^crying/, 'sad'],
  [/^(?:laughing|smiling|clapping|dancing)/, 'joyful'],
  [/^hugging/, 'tender'],
  [/^playing/, 'playful'],
]

/** How strongly each mood speaks in a scene. */
export function moodVotes(moments: Moment[], settings: Setting[]): Votes {
  const votes = { ...NONE }
  for (const moment of moments) {
    // Another day begins quietly.
    if (moment.gap) votes.calm += 0.5
    for (const mention of moment.reading.mentions) {
      if (mention.absent) continue
      const weight = moment.reading.isSpoken(mention.start) ? 0.5 : 1
      for (const entry of mention.entries) if (entry.kind === 'feeling') votes[entry.mood] += weight
    }
    for (const { action } of moment.deeds) {
      const felt = FELT.find(([pattern]) => pattern.test(action.bare))
      if (felt) votes[felt[1]] += 0.8
      if (action.tags.includes('t')) votes.tense += 0.5
      else if (action.tags.includes('a')) votes.epic += 0.25
      else if (action.tags.includes('q')) votes.calm += 0.12
    }
    for (const { entry, ended } of moment.weathers) {
      const said = ended ? { calm: 1 } : (SKY_VOTES[entry.word as Sky] ?? {})
      for (const mood of MOODS) votes[mood] += said[mood] ?? 0
    }
  }
  if (settings.some((setting) => isDark(setting.time))) votes.mysterious += 0.15
  return votes
}

/**
 * Moods that follow the story but do not flip with every word: a new one must outweigh the one that plays, in a sum
 * that remembers the scenes before and looks one ahead.
 */
export function chooseMoods(scenes: Votes[]): Mood[] {
  const whole = { ...NONE }
  for (const votes of scenes) for (const mood of MOODS) whole[mood] += votes[mood] / scenes.length
  let memory = { ...NONE }
  for (const mood of MOODS) memory[mood] = whole[mood] * 0.4
  let current: Mood | null = null
  return scenes.map((votes, i) => {
    const ahead = scenes[i + 1] ?? votes
    const sum = { ...NONE }
    for (const mood of MOODS) {
      sum[mood] = memory[mood] * 0.75 + votes[mood] + ahead[mood] * 0.2 + whole[mood] * 0.15
    }
    // Calm is what there is when nothing else speaks up.
    sum.calm += current ? 0.25 : 1.2
    if (current) sum[current] += 0.6
    current = MOODS.reduce((best, mood) => (sum[mood] > sum[best] ? mood : best))
    const now = { ...NONE }
    for (const mood of MOODS) now[mood] = memory[mood] * 0.55 + votes[mood] * 0.6
    memory = now
    return current
  })
}

/** The music hint: the mood's name, what kind of scene it is, and instruments that stay the same all through the film. */
export function musicHint(mood: Mood, setting: Setting, seed: number): string {
  const time = setting.place?.inside
    ? ''
    : isDark(setting.time)
      ? ' night'
      : setting.time === 'dawn' || setting.time === 'morning'
        ? ' morning'
        : setting.time === 'dusk'
          ? ' evening'
          : ''
  return `${mood}${time}, ${pick(MUSIC[mood], mood, seed)}`
}
