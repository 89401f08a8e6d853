/** Wardrobe: everything a person can be made of. */
import type { Hex } from '../colour'
import type { Age, Gender, Role } from '../reading/people-words'

export type Hair =
  | 'short'
  | 'bob'
  | 'long'
  | 'ponytail'
  | 'braids'
  | 'bun'
  | 'topknot'
  | 'bald'
  | 'curly'
  | 'spiky'
  | 'thin'

export type Beard = 'short' | 'long' | 'moustache'

export type Hat =
  | 'straw'
  | 'bamboo'
  | 'peaked'
  | 'sailor'
  | 'crown'
  | 'tiara'
  | 'wizard'
  | 'knight'
  | 'hood'
  | 'top'
  | 'fedora'
  | 'beanie'
  | 'kerchief'
  | 'turban'
  | 'chef'
  | 'helmet'
  | 'glass'
  | 'official'
  | 'mian'
  | 'tricorn'
  | 'flatcap'
  | 'wreath'
  | 'halo'
  | 'veil'
  | 'antenna'

export type Outfit =
  | 'shirt'
  | 'coat'
  | 'dress'
  | 'gown'
  | 'robe'
  | 'armour'
  | 'suit'
  | 'spacesuit'
  | 'metal'
  | 'overalls'
  | 'apron'
  | 'sheet'
  | 'tail'

export interface Look {
  gender: Gender
  age: Age
  role: Role
  skin: Hex
  hair: Hair
  hairColour: Hex
  beard: Beard | null
  hat: Hat | null
  hatColour: Hex
  outfit: Outfit
  main: Hex
  second: Hex
  cape: Hex | null
  scarf: Hex | null
  glasses: boolean
  patch: boolean
  wings: boolean
  /** Carried by the role itself, unless the scene puts something else into the hand. */
  prop: Prop | null
}

export type Prop =
  | 'sword'
  | 'staff'
  | 'spear'
  | 'rod'
  | 'fork'
  | 'wand'
  | 'crook'
  | 'bow'
  | 'hammer'
  | 'ladle'
