/** Remote engines as rows, and what somebody has set about them. */
import { z } from 'zod'
import { db, inTransaction, type Tx } from '@/lib/base/db'
import type { Prisma } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import type { EngineIdentity } from '@/lib/storyboard/schema'
import { type EngineFacts, engineFactsSchema } from './facts'
import { ADDRESS_STATES, type AddressView, SERVICES, type Service } from './schema'

export interface EngineRow {
  identity: EngineIdentity
  service: Service
  facts: EngineFacts
  state: AddressView['state']
  lastError: { message: string; at: string } | null
  seenAt: Date
}

const rowSchema = z.object({
  identity: z.string(),
  service: z.enum(SERVICES),
  facts: engineFactsSchema,
  state: z.enum(ADDRESS_STATES),
  lastError: z.object({ message: z.string(), at: z.string() }).nullable(),
  seenAt: z.date(),
})

/** Every engine that is or was connected. A row that a newer studio wrote and this one cannot read is left out. */
export async function listEngineRows(tx: Tx = db()): Promise<EngineRow[]> {
  const rows = await tx.engine.findMany({ orderBy: [{ service: 'asc' }, { identity: 'asc' }] })
  return rows.flatMap((row) => rowSchema.safeParse(row).data ?? [])
}

/** Written together, and heard of only when something in them is news. */
export async function saveEngineRows(rows: readonly EngineRow[], isNews: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { identity, lastError, ...row } of rows) {
      const values = { ...row, lastError: lastError ?? undefined } as Prisma.EngineUncheckedUpdateInput
      await tx.engine.upsert({
        where: { identity },
        create: { ...(values as Prisma.EngineUncheckedCreateInput), identity },
        update: values,
      })
    }
    if (isNews) await publish(tx, { kind: 'engines' })
  })
}

export type EngineSetting = 'connections' | 'defaults' | 'looks'

/** Whoever changes a setting about engines holds it. */
const SETTING_LOCK = 7_001_026

const settingKey = (name: EngineSetting): string => `engine-${name}`

/** Null: nobody has set it, or it cannot be read. */
export async function readEngineSetting<T>(
  name: EngineSetting,
  schema: z.ZodType<T>,
  tx: Tx = db(),
): Promise<T | null> {
  const row = await tx.setting.findUnique({ where: { key: settingKey(name) } })
  return row ? (schema.safeParse(row.value).data ?? null) : null
}

export async function writeEngineSetting(
  name: EngineSetting,
  value: object,
  isNews: boolean,
  tx?: Tx,
): Promise<void> {
  if (!tx) return await inTransaction((own) => writeEngineSetting(name, value, isNews, own))
  const key = settingKey(name)
  const json = value as Prisma.InputJsonObject
  await tx.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } })
  if (isNews) await publish(tx, { kind: 'engines' })
}

/** Changes of one setting follow each other: two pages that change different services both find theirs kept. */
export function changeEngineSetting<T extends object>(
  name: EngineSetting,
  schema: z.ZodType<T>,
  change: (before: T | null) => T,
): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${SETTING_LOCK})`
    await writeEngineSetting(name, change(await readEngineSetting(name, schema, tx)), true, tx)
  })
}
