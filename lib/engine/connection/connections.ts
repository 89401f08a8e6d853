import { z } from 'zod'
import type { Tx } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { addressSchema, type Connection, type ConnectionChange, SERVICES, type Service } from './schema'
import { changeEngineSetting, readEngineSetting } from './store'

/** As stored. Without a key of its own a connection uses the environment's; null is none. */
const storedSchema = z.partialRecord(
  z.enum(SERVICES),
  z.object({
    urls: z.array(z.string()),
    key: z.string().nullable().optional(),
    model: z.string().nullable(),
  }),
)

/** What somebody set on the settings page wins over the environment, service by service. */
export async function readConnections(tx?: Tx): Promise<Record<Service, Connection>> {
  const stored = (await readEngineSetting('connections', storedSchema, tx)) ?? {}
  const entries = SERVICES.map((service) => [service, connectionOf(service, stored[service])])
  return Object.fromEntries(entries) as Record<Service, Connection>
}

function connectionOf(
  service: Service,
  stored: z.infer<typeof storedSchema>[Service] | undefined,
): Connection {
  const { urls, key = null, model = null } = env[service]
  if (!stored) return { service, urls: [...new Set(urls.map(cleaned))], key, model, from: 'environment' }
  return { service, ...stored, key: stored.key === undefined ? key : stored.key, from: 'settings' }
}

const cleaned = (url: string): string => addressSchema.safeParse(url).data ?? url

/** An absent key leaves the old one, null forgets it. */
export function changeConnection(service: Service, change: ConnectionChange): Promise<void> {
  const { urls, model } = change
  return changeEngineSetting('connections', storedSchema, (before) => {
    const key = change.key === undefined ? before?.[service]?.key : change.key
    return {
      ...before,
      [service]: { urls: [...new Set(urls)], model, ...(key === undefined ? {} : { key }) },
    }
  })
}

/** Of a service that nobody says anything of any more, the environment's word holds again, key included. */
export function forgetConnection(service: Service): Promise<void> {
  return changeEngineSetting('connections', storedSchema, (before) => {
    const { [service]: _, ...others } = before ?? {}
    return others
  })
}
