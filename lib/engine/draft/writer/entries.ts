import type { Mood } from '@/lib/storyboard/schema'

/** What one word or phrase of a lexicon means; a phrase may mean several things and its surroundings decide. */
export interface PersonEntry {
  kind: 'person'
  /** English noun for the picture: `lighthouse keeper`. */
  word: string
  gender: 'm' | 'f' | null
  age: 'child' | 'teen' | 'young' | 'adult' | 'old'
  group: boolean
  clothes: string
  /** Key of the place such a person is at home; empty when anywhere. */
  home: string
}
export interface AnimalEntry {
  kind: 'animal'
  word: string
  look: string
  home: string
}
export interface PlaceEntry {
  kind: 'place'
  key: string
  inside: boolean
  /** Stands after the subjects: `in a forest`. */
  phrase: string
}
export interface TimeEntry {
  kind: 'time'
  word: TimeOfDay
}
export interface WeatherEntry {
  kind: 'weather'
  word: Weather
}
export interface ActionEntry {
  kind: 'action'
  /** `holding ~`; `~` is what it is done to. Equal to `bare` when it takes nothing. */
  withThing: string
  /** What to say when it is done to nothing; may be empty. */
  bare: string
  tags: string
}
export interface ObjectEntry {
  kind: 'object'
  word: string
  /** `a lamp`, `fire`, `books`, `the moon` are written differently. */
  article: 'a' | 'none' | 'the'
  notable: boolean
}
export interface AdjectiveEntry {
  kind: 'adjective'
  word: string
}
export interface FeelingEntry {
  kind: 'feeling'
  mood: Mood
}

export type Entry =
  | PersonEntry
  | AnimalEntry
  | PlaceEntry
  | TimeEntry
  | WeatherEntry
  | ActionEntry
  | ObjectEntry
  | AdjectiveEntry
  | FeelingEntry

export type TimeOfDay = 'dawn' | 'morning' | 'day' | 'afternoon' | 'dusk' | 'night' | 'late night'
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof SEASONS)[number]
export type Sky = 'storm' | 'sand' | 'rain' | 'snow' | 'fog' | 'wind' | 'cloudy' | 'sunny' | 'starry'
export type Weather = Sky | Season
