/** What `up.mjs` can be asked for, one per npm script. */
export const MODES = {
  start: { script: undefined, what: 'the studio' },
  dev: { script: undefined, what: 'the studio, reloading as you edit' },
  test: { script: undefined, what: 'all tests' },
  film: { script: 'scripts/film/film.ts', what: 'a film from the command line' },
  bench: { script: 'scripts/bench/bench.ts', what: 'the benchmark' },
}

/** `[mode, ...its arguments]`; undefined when the mode is none of ours. */
export function readMode([mode = 'start', ...args]) {
  return Object.hasOwn(MODES, mode) ? { mode, args } : undefined
}

/** Help needs no database. */
export function asksForHelp(args) {
  return args.includes('--help') || args.includes('-h')
}
