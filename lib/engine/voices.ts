import type { EngineIdentity } from '@/lib/storyboard/schema'
import type { Voice } from './contract'
import { listConnectedEngines } from './registry'

export interface EngineVoice extends Voice {
  engine: EngineIdentity
}

/** The voices of every engine that answers. */
export async function listVoices(): Promise<EngineVoice[]> {
  const speaking = (await listConnectedEngines()).filter((engine) => engine.kind === 'narration')
  const lists = await Promise.all(
    speaking.map(async (engine) => {
      const voices = await engine.listVoices().catch(() => [])
      return voices.map((voice) => ({ ...voice, engine: engine.identity }))
    }),
  )
  return lists.flat()
}
