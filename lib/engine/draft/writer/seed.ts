/** FNV-1a, 32 bit: the same words and seed always choose the same thing. */
export function hash(text: string, seed = 0): number {
  let h = 2166136261 ^ seed
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 16777619)
  }
  // The low bits of FNV are weak for short texts; fold the high ones in.
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}

export function pick<T>(choices: readonly [T, ...T[]], text: string, seed: number): T {
  return choices[hash(text, seed) % choices.length] ?? choices[0]
}
