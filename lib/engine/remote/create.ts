import type { RemoteRow } from '../connection/rows'
import type { Service } from '../connection/schema'
import type { Engine } from '../contract'
import { createImagesEngine } from './images/engine'
import { createOllamaEngine } from './ollama/engine'
import { type RemoteSource, sourceOf } from './source'
import { createVideosEngine } from './videos/engine'

/** What makes an engine, by service. */
const CREATE: Partial<Record<Service, (source: RemoteSource) => Engine>> = {
  images: createImagesEngine,
  videos: createVideosEngine,
  ollama: (source) => createOllamaEngine(source),
}

/** The engine behind a row, whether its addresses answer or not; null for a service this studio does not know. */
export const createRemoteEngine = (remote: RemoteRow): Engine | null =>
  CREATE[remote.row.service]?.(sourceOf(remote)) ?? null
