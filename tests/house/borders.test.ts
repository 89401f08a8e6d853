import fs from 'node:fs'
import { builtinModules } from 'node:module'
import type { ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import { cruiseHouse, wayTo } from './cruise'

/** The browser runs these very files. */
const PURE = [
  /^lib\/plan\//,
  /^lib\/production\/wanted\.ts$/,
  /^lib\/task\/estimate\.ts$/,
  /^lib\/engine\/draft\/painter\//,
  /(^|\/)(schema|contract)\.ts$/,
  /(^|\/)(rules|operations)[^/]*\.ts$/,
]
const NODE_HALF = /surface[.-]node\.ts$|\.i?test\.tsx?$/
const NODE_ONLY = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]))
const ENVIRONMENT = 'lib/base/env.ts'

let house: ICruiseResult
beforeAll(async () => {
  house = await cruiseHouse()
}, 60_000)

/** The product's own files with this text in them. */
const whoSays = (text: string): string[] =>
  house.modules
    .map(({ source }) => source)
    .filter((source) => /^(lib|app|components|server)/.test(source) && /\.tsx?$/.test(source))
    .filter((source) => !/\.i?test\.tsx?$|^lib\/base\/prisma\//.test(source))
    .filter((source) => fs.readFileSync(source, 'utf8').includes(text))

describe('the house', () => {
  it('is seen whole: a cruiser that knows no TypeScript finds no files and no fault', () => {
    const ours = house.modules.filter(({ source }) => /^(lib|app|components)\//.test(source))
    expect(ours.length).toBeGreaterThan(50)
    expect(house.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(100)
  })

  it('has rooms that import only from lower floors, and no cycles', () => {
    const faults = house.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    expect(faults).toEqual([])
  })

  it('keeps the files that the browser runs free of Node and of native code', () => {
    const isForbidden = (name: string) => NODE_ONLY.has(name) || name.includes('@napi-rs')
    expect(wayTo(house.modules, ENVIRONMENT, isForbidden), 'what is not pure is seen').toBeDefined()
    const pure = house.modules
      .map(({ source }) => source)
      .filter(
        (source) => source.startsWith('lib/') && PURE.some((p) => p.test(source)) && !NODE_HALF.test(source),
      )
    expect(pure.length).toBeGreaterThan(10)
    const ways = pure
      .map((source) => wayTo(house.modules, source, isForbidden))
      .filter((way) => way !== undefined)
    expect(ways.map((way) => way.join(' -> '))).toEqual([])
  })

  it('reads the environment in one place', () => {
    expect(whoSays('process.env')).toEqual([ENVIRONMENT])
  })

  it('begins transactions in one place, with a patience that a busy database needs', () => {
    expect(whoSays('.$transaction(')).toEqual(['lib/base/db.ts'])
  })
})
