import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import { type Asset, keepAsset } from '@/lib/asset/store'
import { assembleFilm, type FilmPiece } from '@/lib/media/film'
import { makePoster } from '@/lib/media/poster'
import { FRAMES_PER_SECOND, msOfPackets } from '@/lib/media/sound/clock'
import { type FilmParams, filmParamsOf } from '@/lib/plan/film-recipe'
import { posterRecipe } from '@/lib/plan/poster'
import { segmentParamsOf } from '@/lib/plan/segment'
import { filmSubtitles } from '@/lib/plan/subtitles'
import { bodySeconds } from '@/lib/plan/timing'
import type { StageContext, StageHandler, StageTask } from './contract'
import { fetchAsset, needAssets } from './inputs'
import { makeSeams } from './seams'
import { makeSound } from './sound'

/** How much of composing each part is: a wipe or dissolve takes longest, joining next to nothing. */
const SEAM_SHARE = 0.5
const SOUND_SHARE = 0.4

/** Joins segments, seams and sound units into the film. Nothing that exists is encoded again. */
export const composeFilm: StageHandler = async (task, context) => {
  const film = filmParamsOf(task.recipe)
  const ffmpeg = task.recipe.engine
  const segments = await needAssets(film.scenes.map((scene) => scene.segment))
  let seamsDone = film.scenes.length > 1 ? 0 : 1
  let soundDone = 0
  const report = () => context.onProgress({ ratio: seamsDone * SEAM_SHARE + soundDone * SOUND_SHARE })
  const seams = await makeSeams(film.scenes, segments, ffmpeg, context, (done, of) => {
    seamsDone = done / of
    report()
  })
  const sound = await makeSound(film.scenes, ffmpeg, context, (done, of) => {
    seamsDone = 1
    soundDone = done / of
    report()
  })
  const cwd = path.join(context.folder, 'film')
  await mkdir(cwd)
  const aacPath = path.join(context.folder, 'sound-joined.aac')
  await writeFile(aacPath, sound.aac)
  const out = path.join(context.folder, 'finished.mp4')
  await assembleFilm({
    pieces: await piecesOf(film, segments, seams, context),
    aacPath,
    srtPath: await writeSubtitles(task, context),
    language: film.language,
    burnt: film.burnt,
    title: film.title,
    chapters: chaptersOf(film),
    out,
    cwd,
    signal: context.signal,
  })
  await keepPoster(task, film, segments, context)
  await keepAsset({
    ...task,
    filePath: out,
    extension: 'mp4',
    mediaType: 'video/mp4',
    facts: {
      durationMs: msOfPackets(sound.packets),
      integratedLufs: Number.isFinite(sound.integratedLufs) ? sound.integratedLufs : null,
      truePeakDb: Number.isFinite(sound.truePeakDb) ? sound.truePeakDb : null,
    },
  })
}

/** Bodies and seams in order; a body takes up the difference between the clocks of sound and picture. */
async function piecesOf(
  film: FilmParams,
  segments: ReadonlyMap<string, Asset>,
  seams: readonly (Asset | null)[],
  context: StageContext,
): Promise<FilmPiece[]> {
  const pieces: FilmPiece[] = []
  for (const [i, scene] of film.scenes.entries()) {
    const segment = segments.get(scene.segment) as Asset
    const { seamIn, seamOut } = segmentParamsOf(segment.recipe)
    pieces.push({
      path: await fetchAsset(segment, context.folder, `body-${i}.mp4`),
      durationS: bodySeconds({ packets: scene.packets, seamIn, seamOut }),
    })
    const seam = seams[i]
    if (!seam) continue
    pieces.push({
      path: await fetchAsset(seam, context.folder, `seam-${i}.mp4`),
      durationS: scene.seam / FRAMES_PER_SECOND,
    })
  }
  return pieces
}

async function writeSubtitles(task: StageTask, context: StageContext): Promise<string | null> {
  const subtitles = filmSubtitles(task.recipe, 'srt')
  if (subtitles === '') return null
  const file = path.join(context.folder, 'captions.srt')
  await writeFile(file, subtitles)
  return file
}

function chaptersOf(film: FilmParams): { title: string; startMs: number; endMs: number }[] {
  let startMs = 0
  return film.scenes.map((scene) => {
    const chapter = { title: scene.title, startMs, endMs: startMs + msOfPackets(scene.packets) }
    startMs = chapter.endMs
    return chapter
  })
}

/** Before the first words, so that no caption lies over it. */
const POSTER_AT_MS = 200

async function keepPoster(
  task: StageTask,
  film: FilmParams,
  segments: ReadonlyMap<string, Asset>,
  context: StageContext,
): Promise<void> {
  const first = segments.get(film.scenes[0]?.segment ?? '')
  if (!first) return
  const recipe = posterRecipe(task.fingerprint)
  const cwd = path.join(context.folder, 'poster')
  await mkdir(cwd)
  const out = path.join(context.folder, 'poster.jpg')
  const from = await fetchAsset(first, context.folder, 'poster-source.mp4')
  await makePoster({ from, atMs: POSTER_AT_MS, maxWidth: 1280, out, cwd, signal: context.signal })
  await keepAsset({
    recipe,
    fingerprint: fingerprintOf(recipe),
    filePath: out,
    extension: 'jpg',
    mediaType: 'image/jpeg',
    facts: {},
  })
}
