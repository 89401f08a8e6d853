/**
 * Prisma's schema engine as WebAssembly, from an npm package: `prisma migrate` would download a binary instead.
 * Only for writing migrations and for the test that compares them with the schema; applying them is `start/migrate.mjs`.
 * The calls are those of Prisma 7.10's own command line and lean on its insides, so the package is pinned.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { queryOnce, withDatabase } from '../start/database.mjs'
import { readMigrations } from '../start/migrate.mjs'

const GLUE = '@prisma/schema-engine-wasm/schema_engine_bg'
/** `"char"` in PostgreSQL's pg_type. */
const CHAR_OID = 18
const TEXT_OID = 25
const EVERYTHING = { filters: { externalTables: [], externalEnums: [] } }

/**
 * `{ script, pending }`: the SQL that would bring a database made by the migrations to the schema (empty text when they
 * agree). `serverUrl` is a Postgres on which a database may be made and dropped.
 */
export async function diffSchema(root, serverUrl) {
  const shadows = []
  const { SchemaEngine } = await loadEngine()
  const schema = readSchema(root)
  const factory = bindMigrationAwareSqlAdapterFactory(new Factory(serverUrl, shadows))
  const engine = await SchemaEngine.new(
    { datamodels: schema.files.map((f) => [f.path, f.content]) },
    () => undefined,
    factory,
  )
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...listMigrations(root) },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      ...EVERYTHING,
    })
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim()
  } finally {
    engine.free()
    await Promise.all(shadows.map((drop) => drop()))
  }
}

let loaded

/** Once for a process: the glue keeps views of one instance's memory. */
function loadEngine() {
  loaded ??= instantiate()
  return loaded
}

async function instantiate() {
  // Called by the engine when it panics, by this name.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
  const glue = await import(GLUE)
  const folder = path.dirname(createRequire(import.meta.url).resolve(GLUE))
  const { instance } = await WebAssembly.instantiate(
    fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': glue,
    },
  )
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

function readSchema(root) {
  const file = path.join(root, 'prisma/schema.prisma')
  return { files: [{ path: file, content: fs.readFileSync(file, 'utf8') }] }
}

function listMigrations(root) {
  const folder = path.join(root, 'prisma/migrations')
  const lockfile = {
    path: 'migration_lock.toml',
    content: fs.readFileSync(path.join(folder, 'migration_lock.toml'), 'utf8'),
  }
  const migrationDirectories = readMigrations(folder).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  }))
  return { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories }
}

class Factory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'

  constructor(url, shadows) {
    this.url = url
    this.shadows = shadows
  }

  connect() {
    return open(this.url)
  }

  /** PrismaPg's own would hand out the real database. */
  async connectToShadowDb() {
    const name = `prisma_shadow_${randomUUID().replaceAll('-', '')}`
    await queryOnce(this.url, `create database "${name}"`)
    this.shadows.push(() => queryOnce(this.url, `drop database if exists "${name}" with (force)`))
    return open(withDatabase(this.url, name))
  }
}

async function open(url) {
  const ignored = { onPoolError: () => undefined, onConnectionError: () => undefined }
  return readingChar(await new PrismaPg({ connectionString: url }, ignored).connect())
}

/** The adapter refuses the type `"char"`, which the engine reads from pg_constraint: hand it over as a character. */
function readingChar(adapter) {
  const columns = new WeakMap()
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const fields = result.fields ?? []
    columns.set(
      query,
      fields.flatMap(({ dataTypeID }, i) => (dataTypeID === CHAR_OID ? [i] : [])),
    )
    for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of columns.get(query) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}
