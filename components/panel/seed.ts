/** 32 bits by chance. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
