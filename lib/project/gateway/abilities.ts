import { findEngine } from '@/lib/engine/registry'
import type { Settings } from '@/lib/storyboard/schema'
import type { Abilities } from './options'

/** What the engines of these settings can be told. */
export async function abilitiesOf(engines: Settings['engines']): Promise<Abilities> {
  const [frame, clip, narration] = await Promise.all([
    findEngine(engines.frame),
    findEngine(engines.clip),
    findEngine(engines.narration),
  ])
  // Only the engine that speaks is asked: another's service may be slow, or away.
  const voices = narration?.kind === 'narration' ? await narration.listVoices().catch(() => []) : []
  return {
    // One that is away is believed: what it does not take, it leaves out itself.
    steps: frame ? (frame.abilities?.steps ?? null) !== null : !engines.frame.startsWith('draft/'),
    guidance: frame ? frame.abilities?.guidance === true : !engines.frame.startsWith('draft/'),
    clipRate: clip?.kind === 'clip' && clip.length === 'fixed',
    voices: new Set(voices.map((voice) => voice.id)),
    speakers: new Set(narration?.names),
  }
}
