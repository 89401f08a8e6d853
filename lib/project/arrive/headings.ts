/** A heading of a document: 0 for its title, 1 for what is highest below. */
export interface Heading {
  rank: number
  text: string
  /** Nothing stands before it. */
  isFirst: boolean
}

/** The heading that names a document: it begins with it, and has no other as high. Chapters name none. */
export function nameIn([first, ...others]: readonly Heading[]): string {
  return first?.isFirst && others.every(({ rank }) => rank > first.rank) ? first.text : ''
}
