import { describe, expect, it } from 'vitest'
import { closingLine, countPlaywright, countVitest, planTests, readClosingLine, sum } from './plan.mjs'

describe('a test run', () => {
  it('is everything, or the part asked for with its filter', () => {
    expect(planTests([])?.groups.flat()).toEqual(['lint', 'types', 'unit', 'integration', 'build', 'e2e'])
    expect(planTests(['e2e', 'queue'])).toEqual({ groups: [['build'], ['e2e']], filter: ['queue'] })
    expect(planTests(['s3'])).toEqual({ groups: [['s3']], filter: [] })
    expect(planTests(['everything'])).toBeUndefined()
  })

  it('counts a file that could not be loaded as failed', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const file = { status: 'failed', assertionResults: [{}] }
    expect(countVitest({ numPassedTests: 5, numFailedTests: 1, testResults: [broken, file] })).toEqual({
      passed: 5,
      failed: 2,
    })
  })

  it('counts a browser test that needed two tries as passed, and an error outside of tests as failed', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 1, skipped: 1 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2 })
  })

  it('closes with one line that other programs can read', () => {
    const line = closingLine(
      sum([
        { passed: 3, failed: 0 },
        { passed: 4, failed: 2 },
      ]),
    )
    expect(line).toBe('7 passed, 2 failed')
    expect(readClosingLine(`noise 12 passed\n${line}\n`)).toEqual({ passed: 7, failed: 2 })
    expect(readClosingLine('===== 2 failed, 31 passed, 1 error in 4.11s =====')).toEqual({
      passed: 31,
      failed: 3,
    })
    expect(readClosingLine('nothing')).toBeUndefined()
  })
})
