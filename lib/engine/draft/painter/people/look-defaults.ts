/** What a person wears where words and role leave it open. */
import { darker, type Hex, lighter, mix } from '../colour'
import { pick, type Random } from '../random'
import type { Age, Gender } from '../reading/people-words'
import type { Hair, Hat, Outfit } from './wardrobe'

export const SKINS = ['#f2c9a5', '#eab98f', '#dca478', '#c68a5c', '#9c6440', '#f5d3b5', '#edc09a'] as const

export const HAIRS = ['#2a2220', '#3b2a22', '#5a3a26', '#7a4e2c', '#211f26', '#8f5a30'] as const

export const CLOTHES = [
  '#c4503c',
  '#3f6f9a',
  '#e0a83e',
  '#4f8a68',
  '#8a5a94',
  '#d97a4a',
  '#2f7d7d',
  '#b5566f',
  '#6b7fb0',
  '#9a7a3f',
] as const

export const GREY = ['#e9e6e0', '#d3d2d0', '#c2c3c6'] as const

export function defaultHair(random: Random, gender: Gender, age: Age): Hair {
  if (gender === 'female') {
    if (age === 'old') return 'bun'
    return pick(
      random,
      age === 'child'
        ? (['braids', 'bob', 'ponytail'] as const)
        : (['long', 'bob', 'bun', 'ponytail', 'long'] as const),
    )
  }
  if (age === 'old') return 'thin'
  return pick(random, ['short', 'short', 'spiky', 'curly'] as const)
}

export function defaultOutfit(random: Random, gender: Gender, age: Age): Outfit {
  if (gender === 'female') return age === 'old' ? 'gown' : pick(random, ['dress', 'dress', 'coat'] as const)
  return age === 'old' ? 'coat' : pick(random, ['shirt', 'shirt', 'coat'] as const)
}

export function defaultHatColour(hat: Hat | null, main: Hex): Hex {
  switch (hat) {
    case 'straw':
    case 'bamboo':
      return '#d9b063'
    case 'crown':
    case 'tiara':
    case 'halo':
      return '#e8bd45'
    case 'chef':
    case 'sailor':
      return '#f4f1ea'
    case 'knight':
    case 'helmet':
      return '#9aa4ae'
    case 'hood':
      return main
    default:
      return darker(main, 0.45)
  }
}

export function defaultSecond(outfit: Outfit, main: Hex, other: Hex): Hex {
  if (outfit === 'robe') return mix(lighter(main, 0.7), '#f3ead6', 0.5)
  if (outfit === 'shirt') return mix(darker(other, 0.5), '#3a4252', 0.6)
  if (outfit === 'suit' || outfit === 'coat') return '#39404e'
  if (outfit === 'armour') return darker(main, 0.35)
  return mix(other, '#f3ead6', 0.35)
}
