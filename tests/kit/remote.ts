/** A remote engine's source as the rows would give it, and pictures as its service would send them. */
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { abilitiesOf } from '@/lib/engine/connection/abilities'
import { modelCardSchema } from '@/lib/engine/connection/card'
import { identityOf } from '@/lib/engine/connection/identity'
import type { Service } from '@/lib/engine/connection/schema'
import type { EngineContext, EngineProgress } from '@/lib/engine/contract'
import { type RemoteSource, sourceOf } from '@/lib/engine/remote/source'

export function aSource(
  service: Service,
  said: unknown,
  urls: string[],
  key: string | null = null,
): RemoteSource {
  const card = modelCardSchema.parse(said)
  return sourceOf({
    row: {
      identity: identityOf(service, card),
      service,
      state: 'ready',
      lastError: null,
      seenAt: new Date(0),
      facts: {
        model: card.id,
        card,
        abilities: abilitiesOf(service, card),
        group: service,
        lanes: urls.length,
        urls,
      },
    },
    connection: { service, urls, key, model: null, from: 'settings' },
  })
}

export interface TestContext extends EngineContext {
  told: EngineProgress[]
  cancel(): void
}

export function aContext(): TestContext {
  const controller = new AbortController()
  const told: EngineProgress[] = []
  return {
    folder: mkdtempSync(path.join(os.tmpdir(), 'remote-engine-')),
    signal: controller.signal,
    told,
    onProgress: (progress) => told.push(progress),
    cancel: () => controller.abort(),
  }
}

/** A picture with a border, so that a cut shows. */
export function aPicture(width: number, height: number): Buffer {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = 'rgb(200 30 30)'
  brush.fillRect(0, 0, width, height)
  brush.fillStyle = 'rgb(30 30 200)'
  brush.fillRect(width / 4, height / 4, width / 2, height / 2)
  return canvas.toBuffer('image/png')
}
