/** Which steps a call of `npm test` runs, and how their counts become the closing line. */
import path from 'node:path'

/** Steps by part, in the order they run; a group runs at once. */
export const PARTS = {
  lint: [['lint', 'types']],
  unit: [['unit']],
  integration: [['integration']],
  e2e: [['build'], ['e2e']],
}

/** Steps that need more than Node, so that only their own name runs them. */
const BESIDE = {
  s3: [['s3']],
  engines: [['build'], ['engines']],
}

/**
 * `{ groups, filter }`: no argument is everything; `e2e queue` is the browser tests whose file names hold "queue".
 * Undefined for a part that does not exist.
 * @param {string[]} args
 */
export function planTests([part, ...filter]) {
  if (part === undefined) return { groups: Object.values(PARTS).flat(), filter: [] }
  const known = { ...PARTS, ...BESIDE }
  return Object.hasOwn(known, part) ? { groups: known[part], filter } : undefined
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Enough for what was looked for, what was there, and why. */
const MOST = 500

/**
 * One line for a failed test, in the words of pytest's short summary, so that one reader finds both. Of a run elsewhere
 * it may be all there is to read: what was expected and what came stands in it, the stack does not.
 */
export function failureLine(where, message = '') {
  const [told = ''] = message.replace(ANSI, '').split(/^\s+at /m)
  const said = told
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .slice(0, MOST)
  return `FAILED ${where}${said ? ` - ${said}` : ''}`
}

/** The failure lines that a part of the tests has printed. */
export const readFailureLines = (output) => output.match(/^FAILED .+$/gm) ?? []

/** `{ passed, failed, failures }` of vitest's JSON report. A file that could not be loaded has no tests, yet it failed. */
export function countVitest({ numPassedTests, numFailedTests, testResults }, root = '') {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const named = (name) => path.relative(root, name)
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        failureLine(`${named(name)} > ${fullName.trim()}`, failureMessages[0]),
      ),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [...failures, ...broken.map(({ name, message }) => failureLine(named(name), message))],
  }
}

/** `{ passed, failed, failures }` of Playwright's JSON report. Errors outside of tests have no test to count. */
export function countPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [
      ...unexpectedSpecs(suites).map(({ file, line, title, tests }) =>
        failureLine(
          `${file}:${line} > ${title}`,
          tests.flatMap(({ results }) => results.map(({ error }) => error?.message)).find(Boolean),
        ),
      ),
      ...errors.map(({ message }) => failureLine('playwright', message)),
    ],
  }
}

const unexpectedSpecs = (suites) =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok),
    ...unexpectedSpecs(inner),
  ])

/** Counts held against an exit code: failing without a failed test is an error outside of all of them, told by `line`. */
export function judged({ failures = [], ...counts }, code, line) {
  if (code === 0 || counts.failed > 0) return { ...counts, failures }
  return { ...counts, failed: 1, failures: [...failures, line] }
}

/** The counts of several parts as one. */
export function sum(counts) {
  const add = (name) => counts.reduce((total, count) => total + count[name], 0)
  return {
    passed: add('passed'),
    failed: add('failed'),
    failures: counts.flatMap(({ failures = [] }) => failures),
  }
}

export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** How a run of tests ends: what failed, a line each, then the closing line. */
export const closing = (total) => [...new Set(total.failures), closingLine(total)].join('\n')

/** The counts of the last line that looks like a closing line of ours or of pytest ("3 failed, 12 passed in 4.1s"). */
export function readClosingLine(output) {
  const line = output
    .split('\n')
    .filter((text) => /\b\d+ (passed|failed|errors?)\b/.test(text))
    .at(-1)
  if (!line) return undefined
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed') + count('error') }
}
