import path from 'node:path'
import type { EngineContext } from '@/lib/engine/contract'
import { probeMedia } from '@/lib/media/probe'
import { failed } from '../failure'
import { writeMade } from '../write'

/** Throws `engine_failed` (retry) for what is no film of at least two pictures. */
export async function keepClip(
  bytes: Buffer,
  host: string,
  { folder }: EngineContext,
): Promise<{ path: string; durationMs: number }> {
  const file = path.join(folder, 'clip.mp4')
  await writeMade(file, bytes)
  const facts = await probeMedia(file, { countFrames: true }).catch((error) => {
    throw failed(host, 'answered with a clip that cannot be read', error)
  })
  const { video, durationMs } = facts
  const frames = video?.frames ?? 0
  if (frames < 2) throw failed(host, `answered with a clip of ${frames} pictures`)
  return { path: file, durationMs: Math.round(durationMs) }
}
