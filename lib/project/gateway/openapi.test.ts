import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from './openapi'
import { clipsRequest, framesRequest, narrationRequest, renderRequest, storyboardRequest } from './requests'

const schemas = {
  storyboard: storyboardRequest,
  frames: framesRequest,
  clips: clipsRequest,
  narration: narrationRequest,
  render: renderRequest,
}

const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.enum(['path', 'query']), schema: z.object({}).loose() }).loose(),
    )
    .optional(),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: z.object({}).loose() }).loose() }) })
    .loose()
    .optional(),
  responses: z.record(z.string().regex(/^[2345]\d\d$/), z.object({ description: z.string().min(1) }).loose()),
})
const documentSchema = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'delete']), operation)),
  components: z.object({
    schemas: z.record(z.string(), z.object({}).loose()),
    securitySchemes: z.object({}).loose(),
  }),
})
const document = documentSchema.strict().parse(openApiDocument())

function routesIn(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return entry.name === 'route.ts' ? [prefix] : []
    return routesIn(path.join(folder, entry.name), `${prefix}/${entry.name.replace(/^\[(\w+)\]$/, '{$1}')}`)
  })
}

describe('the OpenAPI document', () => {
  it('names every published route, and no other', () => {
    const published = Object.keys(document.paths).filter((name) => !name.startsWith('/data/'))
    expect(published.sort()).toEqual(routesIn('app/(gateway)').sort())
    expect(Object.keys(document.paths)).toContain('/data/{folder}/{project}/{file}')
  })

  it('has an own name for every operation and declares every parameter of its path', () => {
    const operations = Object.entries(document.paths).flatMap(([name, methods]) =>
      Object.values(methods).map((found) => ({ name, ...found })),
    )
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length)
    for (const { name, parameters = [] } of operations) {
      const inPath = parameters.filter((p) => p.in === 'path').map((p) => `{${p.name}}`)
      expect(inPath.sort()).toEqual((name.match(/\{\w+\}/g) ?? []).sort())
    }
  })

  it('refers to nothing that it does not have', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
    expect(refs.length).toBeGreaterThan(10)
    for (const ref of refs) {
      expect(ref).toMatch(/^#\/components\/schemas\//)
      expect(document.components.schemas).toHaveProperty(ref.slice('#/components/schemas/'.length))
    }
  })

  it.each(Object.keys(schemas) as (keyof typeof schemas)[])('asks of /%s what its parser asks', (name) => {
    const body = document.paths[`/${name}`]?.post?.requestBody?.content['application/json']
    expect(
      Object.keys(
        z
          .object({ properties: z.object({}).loose() })
          .loose()
          .parse(body?.schema).properties,
      ).sort(),
    ).toEqual(Object.keys(schemas[name].shape).sort())
    expect(schemas[name].safeParse(body?.example).success).toBe(true)
  })

  it('states the limits', () => {
    const text = JSON.stringify(document)
    expect(text).toContain('"maxLength":100000')
    expect(text).toContain('"maximum":200')
    expect(text).toContain('"minimum":0.5,"maximum":2')
  })
})
