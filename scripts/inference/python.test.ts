import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findPython, hashRequirements } from './python.mjs'

const machine = (versions: Record<string, string>) => (name: string) => versions[name]

test('the newest name that is new enough is taken, and PYTHON before all', () => {
  const ask = machine({ 'python3.11': '3.11', python3: '3.12', mine: '3.13' })
  expect(findPython({ name: '', ask })).toEqual({ name: 'python3.11', version: '3.11' })
  expect(findPython({ name: 'mine', ask })).toEqual({ name: 'mine', version: '3.13' })
  expect(findPython({ name: '', ask: machine({ python3: '3.12' }) }).name).toBe('python3')
})

test('without one the message names the fix and what was found', () => {
  expect(() => findPython({ name: '', ask: machine({ python3: '3.9' }) })).toThrow(
    /Python 3\.11 or newer \(python3 is 3\.9\).*apt-get install python3\.11.*PYTHON/,
  )
})

test('any change of a requirements file installs anew', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'requirements-'))
  fs.writeFileSync(path.join(folder, 'test.txt'), 'a==1\n')
  const before = hashRequirements(folder, '3.11')
  expect(hashRequirements(folder, '3.11')).toBe(before)
  expect(hashRequirements(folder, '3.12')).not.toBe(before)
  fs.writeFileSync(path.join(folder, 'test.txt'), 'a==2\n')
  expect(hashRequirements(folder, '3.11')).not.toBe(before)
  fs.rmSync(folder, { recursive: true })
})
