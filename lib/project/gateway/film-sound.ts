import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Asset } from '@/lib/asset/store'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { FILM_SOUND_ARGS, type SoundFormat } from '@/lib/media/sound/film-sound'
import { withAttemptFolder } from '@/lib/storage/attempt'
import { storageKey } from '@/lib/storage/key'
import { storage } from '@/lib/storage/storage'

/** A film's sound alone, made when it is first asked for and kept beside the film; answers its key. */
export async function keepFilmSound(film: Asset, format: SoundFormat): Promise<string> {
  const key = storageKey('film', film.fingerprint, format)
  if (await storage().has(key)) return key
  await withAttemptFolder(randomUUID(), 0, async (folder) => {
    await storage().fetchTo(film.key, folder, 'film.mp4')
    const name = `sound.${format}`
    // Two makers at once give the same bytes, so whose file stays does not matter.
    await runFfmpeg({ args: ['-y', '-i', 'film.mp4', ...FILM_SOUND_ARGS[format], name], cwd: folder })
    await storage().put(key, path.join(folder, name))
  })
  return key
}
