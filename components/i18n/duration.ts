/** The parts of a length that a person wants to hear: seconds get coarser as it grows. */
export type SpokenLength =
  | { unit: 'seconds'; seconds: number }
  | { unit: 'minutes'; minutes: number; seconds: number }
  | { unit: 'hours'; hours: number; minutes: number }

export function spokenLength(ms: number): SpokenLength {
  const exact = Math.max(0, ms) / 1000
  if (exact < 59.5) return { unit: 'seconds', seconds: Math.max(1, Math.round(exact)) }
  const seconds = exact < 600 ? Math.round(exact / 5) * 5 : Math.round(exact / 60) * 60
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return { unit: 'minutes', minutes, seconds: seconds % 60 }
  return { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
