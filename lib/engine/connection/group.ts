import { env } from '@/lib/base/env'
import type { Look } from './ask'
import type { EngineFacts } from './facts'
import type { Service } from './schema'

type Place = Pick<EngineFacts, 'group' | 'lanes'>

const isCpu = (device: string | null | undefined): boolean => device?.toLowerCase().startsWith('cpu') ?? false

/**
 * Which work takes turns. What runs on processors stays among itself; on one exclusive card everything takes turns; two
 * services that name the same card share its group; else every address is a lane of its service's own group.
 */
export function placeOf(
  service: Service,
  looks: readonly Pick<Look, 'card'>[],
  isExclusive: boolean = env.gpuExclusive,
): Place {
  const lanes = Math.max(1, looks.length)
  const cards = looks.flatMap(({ card }) => card ?? [])
  if (cards.length > 0 && cards.every(({ device }) => isCpu(device))) return { group: service, lanes }
  if (isExclusive) return { group: 'gpu', lanes: 1 }
  const named = new Set(looks.map(({ card }) => card?.device_uuid ?? null))
  const [uuid] = named
  if (named.size === 1 && uuid) return { group: `card-${uuid}`, lanes: 1 }
  return { group: service, lanes }
}
