import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { keepAsset } from '@/lib/asset/store'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { resizeFilm } from '@/lib/media/resize'
import { FILM_SOUND_ARGS } from '@/lib/media/sound/film-sound'
import { filmParamsOf } from '@/lib/plan/film-recipe'
import type { StageHandler } from '../contract'
import { fetchAsset, needAsset } from '../inputs'

/** The film at another size. */
export const resize: StageHandler = async (task, context) => {
  const { params, inputs } = task.recipe
  const size = { width: Number(params.width), height: Number(params.height) }
  const film = await needAsset(inputs.film)
  const cwd = path.join(context.folder, 'resize')
  await mkdir(cwd)
  const out = path.join(context.folder, 'resized.mp4')
  await resizeFilm({
    from: await fetchAsset(film, context.folder, 'input.mp4'),
    size,
    burnt: filmParamsOf(film.recipe).burnt,
    out,
    cwd,
    signal: context.signal,
    onProgress: (ratio) => context.onProgress({ ratio }),
  })
  await keepAsset({
    ...task,
    filePath: out,
    extension: 'mp4',
    mediaType: 'video/mp4',
    facts: { ...size, durationMs: film.facts.durationMs },
  })
}

/** The film's sound alone. */
export const encodeSound: StageHandler = async (task, context) => {
  const film = await needAsset(task.recipe.inputs.film)
  await fetchAsset(film, context.folder, 'film.mp4')
  const filmMs = Number(film.facts.durationMs)
  await runFfmpeg({
    args: ['-i', 'film.mp4', ...FILM_SOUND_ARGS.mp3, 'sound.mp3'],
    cwd: context.folder,
    signal: context.signal,
    onTime: (ms) => context.onProgress({ ratio: Math.min(1, ms / filmMs) }),
  })
  await keepAsset({
    ...task,
    filePath: path.join(context.folder, 'sound.mp3'),
    extension: 'mp3',
    mediaType: 'audio/mpeg',
    facts: { durationMs: filmMs },
  })
}
