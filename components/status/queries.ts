/** Status: every part of the studio, how it is, and what to do about it. */
export const statusKeys = { health: ['health'] as const }
