import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { messages as en } from './messages/en'
import { messages as zh } from './messages/zh'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text)
  }
  return flat
}

const english = flatten(en)
const chinese = flatten(zh)

/** `{name}` and `{name, plural, …}`: what a message is given. */
const argumentsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort()

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'))
}

interface Use {
  key: string
  /** The key is completed at run time: `state.${view.state}`. */
  open: boolean
}

/** The keys a file asks for: each translator's namespace joined with what it is called with. */
function usesOf(source: string): Use[] {
  const translators = source.matchAll(
    /const (\w+) = (?:await )?(?:useTranslations|getTranslations|words\.translate)\('([^']+)'\)(?:\('([^']+)'\))?/g,
  )
  const spaces = new Map<string, Set<string>>()
  const uses: Use[] = []
  for (const [, name = '', space = '', key] of translators) {
    if (key) uses.push({ key: `${space}.${key}`, open: false })
    else spaces.set(name, (spaces.get(name) ?? new Set()).add(space))
  }
  for (const [name, found] of spaces) {
    const calls = source.matchAll(new RegExp(`\\b${name}\\(\\s*(?:'([^']+)'|\`([^\`$]*)\\$\\{|(\\w))`, 'g'))
    for (const [, plain, start, variable] of calls) {
      for (const space of found) {
        if (plain) uses.push({ key: `${space}.${plain}`, open: false })
        else uses.push({ key: `${space}.${variable ? '' : start}`, open: true })
      }
    }
  }
  return uses
}

const uses = [...sources('components'), ...sources('app')].flatMap(usesOf)

test('both languages have the same messages', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
})

test('a message takes the same values in both languages', () => {
  for (const [key, text] of english) {
    const given = argumentsOf(chinese.get(key) ?? '')
    expect(argumentsOf(text), key).toEqual(expect.arrayContaining(given))
  }
})

test('no message is left over', () => {
  const used = (key: string) => uses.some((use) => (use.open ? key.startsWith(use.key) : use.key === key))
  expect([...english.keys()].filter((key) => !used(key))).toEqual([])
})

test('a file that speaks with one voice asks for nothing that is not there', () => {
  for (const source of [...sources('components'), ...sources('app')]) {
    const found = usesOf(source)
    for (const { key, open } of found) {
      // A file with two translators of one name is looked up in both rooms; one of them has the key.
      const tail = key.split('.').slice(1).join('.')
      const candidates = found.filter((use) => use.key.endsWith(tail)).map((use) => use.key)
      const known = candidates.some((name) =>
        open ? [...english.keys()].some((message) => message.startsWith(name)) : english.has(name),
      )
      expect(known, key).toBe(true)
    }
  }
})

test('every message can be formatted', () => {
  const values = Object.fromEntries(
    [...english.values()]
      .flatMap(argumentsOf)
      .map((name) => [
        name,
        /^(title|name|search|cost|reason|why|when|stage|doing|percent|time|total|left|length|start|digest|parts)$/.test(
          name,
        )
          ? 'x'
          : 2,
      ]),
  )
  for (const [locale, messages, flat] of [
    ['en', en, english],
    ['zh', zh, chinese],
  ] as const) {
    const failures: string[] = []
    const t = createTranslator({
      locale,
      messages: messages as typeof en,
      onError: (error) => failures.push(error.message),
    })
    for (const key of flat.keys()) (t as (key: string, values: object) => string)(key, values)
    expect(failures).toEqual([])
  }
})

test('Chinese keeps its own punctuation', () => {
  for (const [key, text] of chinese) {
    const words = text.replace(/\{[^{}]*\}/g, '')
    expect(words, key).not.toMatch(/\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\w)/u)
  }
})
