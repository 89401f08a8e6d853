import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Asset } from '@/lib/asset/store'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { mp3Args } from '@/lib/media/sound/mp3'
import { withAttemptFolder } from '@/lib/storage/attempt'
import { storageKey } from '@/lib/storage/key'
import { storage } from '@/lib/storage/storage'

/** A narration as MP3, made when it is first asked for and kept beside the WAV; answers its key. */
export async function keepMp3(narration: Asset): Promise<string> {
  const key = storageKey('narration', narration.fingerprint, 'mp3')
  if (await storage().has(key)) return key
  await withAttemptFolder(randomUUID(), 0, async (folder) => {
    await storage().fetchTo(narration.key, folder, 'speech.wav')
    // Two makers at once give the same bytes, so whose file stays does not matter.
    await runFfmpeg({
      args: ['-y', '-i', 'speech.wav', '-map_metadata', '-1', ...mp3Args(128), 'speech.mp3'],
      cwd: folder,
    })
    await storage().put(key, path.join(folder, 'speech.mp3'))
  })
  return key
}
