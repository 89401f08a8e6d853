import type { RemoteRow } from '../connection/rows'
import type { Service } from '../connection/schema'
import type { Engine } from '../contract'
import { createImagesEngine } from './images/engine'
import { createOllamaEngine } from './ollama/engine'
import { type RemoteSource, sourceOf } from './source'
import { createSpeechEngine } from './speech/engine'
import { createVideosEngine } from './videos/engine'

/** What makes an engine, by service. */
const CREATE: Record<Service, (source: RemoteSource) => Engine> = {
  images: createImagesEngine,
  videos: createVideosEngine,
  speech: createSpeechEngine,
  ollama: (source) => createOllamaEngine(source),
}

/** The engine behind a row, whether its addresses answer or not. */
export const createRemoteEngine = (remote: RemoteRow): Engine => CREATE[remote.row.service](sourceOf(remote))
