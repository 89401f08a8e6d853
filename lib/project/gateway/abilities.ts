import { findEngine } from '@/lib/engine/registry'
import { listVoices } from '@/lib/engine/voices'
import type { Settings } from '@/lib/storyboard/schema'
import type { Abilities } from './options'

/** What the engines of these settings can be told. */
export async function abilitiesOf(engines: Settings['engines']): Promise<Abilities> {
  const clip = await findEngine(engines.clip)
  const voices = (await listVoices()).filter((voice) => voice.engine === engines.narration)
  return {
    sampling: !engines.frame.startsWith('draft/'),
    clipRate: clip?.kind === 'clip' && clip.length === 'fixed',
    voices: new Set(voices.map((voice) => voice.id)),
  }
}
