import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { ownDatabase } from './own-database.mjs'

let root: string
const inRoot = (name: string) => path.join(root, name)
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'own-database-'))
  fs.mkdirSync(inRoot('pg'))
})
afterEach(() => fs.rmSync(root, { recursive: true }))

const ask = (name: string, inBucket = false): string =>
  ownDatabase({ wanted: inRoot(name), keptIn: inRoot('pg'), isDefault: name === 'data', inBucket })

/** Of a studio from before folders named their databases. */
function anOldFolder(name: string): void {
  fs.mkdirSync(inRoot(name))
  fs.writeFileSync(path.join(inRoot(name), 'secret'), 'x')
}

test('the default folder goes on with the database that there always was, and any other new one has its own', () => {
  expect(ask('data')).toBe('studio')
  const other = ask('other')
  expect(other).toMatch(/^studio_[0-9a-f]{8}$/)
  expect(ask('third')).not.toBe(other)
  expect([ask('data'), ask('other')]).toEqual(['studio', other])
})

test('an old folder under another name goes on with its films, and the default one does not get them', () => {
  anOldFolder('elsewhere')
  expect(ask('elsewhere')).toBe('studio')
  expect(ask('data')).not.toBe('studio')
})

test('a folder that is moved keeps its database', () => {
  const name = ask('other')
  fs.renameSync(inRoot('other'), inRoot('moved'))
  expect(ask('moved')).toBe(name)
  expect(ask('other')).not.toBe(name)
})

test('a folder is the same by whatever way it is reached', () => {
  const name = ask('other')
  fs.symlinkSync(inRoot('other'), inRoot('link'))
  expect([ask('link'), ask('other')]).toEqual([name, name])
})

test('films in a bucket have the first database from whatever folder, and go on with that of a folder they lay in', () => {
  ask('data')
  const name = ask('other')
  expect([ask('new', true), ask('other', true)]).toEqual(['studio', name])
  expect(fs.existsSync(inRoot('new'))).toBe(false)
})

test('a copy of a folder is refused, with what to do', () => {
  ask('data')
  fs.cpSync(inRoot('data'), inRoot('copy'), { recursive: true })
  expect(() => ask('copy')).toThrow(/Set DATA_DIR to the first, or remove .*copy.database/)
  fs.rmSync(path.join(inRoot('copy'), 'database'))
  expect(ask('copy')).not.toBe('studio')
  expect(ask('data')).toBe('studio')
})

test('a copy of the whole checkout, server and all, is a studio of its own with the same films', () => {
  ask('data')
  const first = root
  root = `${root}-copy`
  fs.cpSync(first, root, { recursive: true })
  onTestFinished(() => fs.rmSync(first, { recursive: true }))
  expect(ask('data')).toBe('studio')
  fs.cpSync(inRoot('data'), inRoot('copy'), { recursive: true })
  expect(() => ask('copy')).toThrow(/cannot share/)
})

test('what is no name of ours never reaches the server', () => {
  anOldFolder('odd')
  fs.writeFileSync(path.join(inRoot('odd'), 'database'), 'postgres"; drop')
  expect(() => ask('odd')).toThrow(/names no database/)
})
