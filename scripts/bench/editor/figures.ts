/** The value below which `share` of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** `12 ms`, or `12 ms (p50 8)` of many. */
export const milliseconds = (values: readonly number[]): string =>
  `${percentile(values, 0.95).toFixed(0)} ms (p50 ${percentile(values, 0.5).toFixed(0)}, n ${values.length})`
