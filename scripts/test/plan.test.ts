import { describe, expect, it } from 'vitest'
import {
  closing,
  countPlaywright,
  countVitest,
  planTests,
  readClosingLine,
  readFailureLines,
  sum,
} from './plan.mjs'

describe('a test run', () => {
  it('is everything, or the part asked for with its filter', () => {
    expect(planTests([])?.groups.flat()).toEqual(['lint', 'types', 'unit', 'integration', 'build', 'e2e'])
    expect(planTests(['e2e', 'queue'])).toEqual({ groups: [['build'], ['e2e']], filter: ['queue'] })
    expect(planTests(['s3'])).toEqual({ groups: [['s3']], filter: [] })
    expect(planTests(['everything'])).toBeUndefined()
  })

  it('counts a file that could not be loaded as failed, and names what failed', () => {
    const broken = {
      name: '/house/lib/b.test.ts',
      status: 'failed',
      message: '\nno such module',
      assertionResults: [],
    }
    const good = { status: 'passed', fullName: ' fine', failureMessages: [] }
    const bad = {
      status: 'failed',
      fullName: 'a plan is kept',
      failureMessages: ['\u001b[31mError: expected 1\u001b[39m\n    at lib/a.ts'],
    }
    const file = { name: '/house/lib/a.test.ts', status: 'failed', assertionResults: [good, bad] }
    expect(
      countVitest({ numPassedTests: 5, numFailedTests: 1, testResults: [broken, file] }, '/house'),
    ).toEqual({
      passed: 5,
      failed: 2,
      failures: [
        'FAILED lib/a.test.ts > a plan is kept - Error: expected 1',
        'FAILED lib/b.test.ts - no such module',
      ],
    })
  })

  it('counts a browser test that needed two tries as passed, and an error outside of tests as failed', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 1, skipped: 1 }
    const spec = { file: 'desk.e2e.ts', line: 7, title: 'a film is made', ok: false }
    const tests = [
      {
        results: [
          { error: { message: 'Timeout\n\n  Locator: a\n  Expected: visible\n\n    at desk.e2e.ts' } },
        ],
      },
    ]
    const suites = [{ specs: [{ ok: true }], suites: [{ specs: [{ ...spec, tests }] }] }]
    expect(countPlaywright({ stats, errors: [{ message: 'no browser' }], suites })).toEqual({
      passed: 4,
      failed: 2,
      failures: [
        'FAILED desk.e2e.ts:7 > a film is made - Timeout · Locator: a · Expected: visible',
        'FAILED playwright - no browser',
      ],
    })
  })

  it('closes with what failed, then one line that other programs can read', () => {
    const part = { passed: 4, failed: 1, failures: ['FAILED lib/a.test.ts > a plan is kept - Error'] }
    const text = closing(sum([{ passed: 3, failed: 0 }, part]))
    expect(text).toBe('FAILED lib/a.test.ts > a plan is kept - Error\n7 passed, 1 failed')
    const output = `noise 12 passed\n${text}\n`
    expect(readClosingLine(output)).toEqual({ passed: 7, failed: 1 })
    expect(readFailureLines(output)).toEqual(part.failures)
    expect(readClosingLine('===== 2 failed, 31 passed, 1 error in 4.11s =====')).toEqual({
      passed: 31,
      failed: 3,
    })
    expect(readClosingLine('nothing')).toBeUndefined()
  })
})
