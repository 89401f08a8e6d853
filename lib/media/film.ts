import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/base/errors'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import { bring } from './bring'
import { runFfmpeg } from './ffmpeg'
import { languageCode } from './language-code'
import { probeMedia } from './probe'
import { hideSubtitleTrack } from './subtitle-track'
import { BITEXACT, VIDEO_TIMESCALE } from './video'

export interface FilmPiece {
  /** A body or seam in the film's format. */
  path: string
  /** How long it lasts in the film: up to 10.7 ms more or less than its frames, to keep step with the sound. */
  durationS: number
}

export interface FilmRequest {
  pieces: readonly FilmPiece[]
  /** ADTS packets of the whole soundtrack, with the encoder's 1024 samples of priming in front; null: silent. */
  aacPath: string | null
  /** SubRip; null: no soft track. */
  srtPath: string | null
  /** BCP 47, of sound and subtitles. */
  language: string
  /** Captions are in the picture already, so the soft track is off until someone asks for it. */
  burnt: boolean
  title: string
  chapters: readonly { title: string; startMs: number; endMs: number }[]
  /** Where the MP4 goes, on the file system of `cwd`. */
  out: string
  /** An empty folder of this attempt's own. */
  cwd: string
  signal?: AbortSignal
}

/** One packet of AAC: the decoder's first output, which players drop. */
const PRIMING_S = 1024 / 48_000

/** Joins pieces and packets as they are; nothing is encoded again. */
export function filmArgs(request: Pick<FilmRequest, 'aacPath' | 'srtPath' | 'language' | 'burnt'>): string[] {
  const language = languageCode(request.language)
  const inputs = [['-f', 'concat', '-i', 'pieces.txt']]
  const maps = ['-map', '0:v:0']
  if (request.aacPath !== null) {
    maps.push('-map', `${inputs.length}:a:0`, '-metadata:s:a:0', `language=${language}`)
    inputs.push(['-itsoffset', (-PRIMING_S).toFixed(9), '-f', 'aac', '-i', 'sound.aac'])
  }
  if (request.srtPath !== null) {
    maps.push('-map', `${inputs.length}:s:0`, '-metadata:s:s:0', `language=${language}`)
    maps.push('-c:s', 'mov_text', '-disposition:s:0', request.burnt ? '0' : 'default')
    inputs.push(['-f', 'srt', '-i', 'subtitles.srt'])
  }
  const about = String(inputs.length)
  inputs.push(['-f', 'ffmetadata', '-i', 'about.txt'])
  return [
    ...inputs.flat(),
    ...['-c:v', 'copy', '-c:a', 'copy', ...maps],
    ...['-map_chapters', about, '-map_metadata', about, ...BITEXACT],
    ...['-video_track_timescale', String(VIDEO_TIMESCALE), '-movflags', '+faststart', 'film.mp4'],
  ]
}

/** https://ffmpeg.org/ffmpeg-formats.html#Metadata-1 : `=`, `;`, `#`, `\` and newlines are escaped by a backslash. */
export function metadataFile(title: string, chapters: FilmRequest['chapters']): string {
  const value = (text: string) => text.replace(/[\r\n]+/g, ' ').replace(/[=;#\\]/g, '\\$&')
  const blocks = chapters.map((chapter) =>
    [
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${Math.round(chapter.startMs)}`,
      `END=${Math.round(chapter.endMs)}`,
      `title=${value(chapter.title)}`,
    ].join('\n'),
  )
  return [';FFMETADATA1', `title=${value(title)}`, ...blocks, ''].join('\n')
}

const pieceName = (i: number): string => `piece-${String(i).padStart(4, '0')}.mp4`

/** An ffconcat list; names are ours, so nothing in it needs escaping. */
export function pieceList(pieces: readonly FilmPiece[]): string {
  const entries = pieces.flatMap((piece, i) => [
    `file ${pieceName(i)}`,
    `duration ${piece.durationS.toFixed(9)}`,
  ])
  return ['ffconcat version 1.0', ...entries, ''].join('\n')
}

/** Writes the finished MP4 to `out`. Throws `engine_failed` when sound and picture differ by more than a frame. */
export async function assembleFilm(request: FilmRequest): Promise<void> {
  const { cwd, pieces, signal } = request
  const inFolder = (name: string) => path.join(cwd, name)
  await Promise.all(pieces.map((piece, i) => bring(piece.path, inFolder(pieceName(i)))))
  if (request.aacPath !== null) await bring(request.aacPath, inFolder('sound.aac'))
  if (request.srtPath !== null) await bring(request.srtPath, inFolder('subtitles.srt'))
  await writeFile(inFolder('pieces.txt'), pieceList(pieces))
  await writeFile(inFolder('about.txt'), metadataFile(request.title, request.chapters))
  await runFfmpeg({ args: filmArgs(request), cwd, signal })
  await checkFilm(request, inFolder('film.mp4'))
  if (request.burnt && request.srtPath !== null) await hideSubtitleTrack(inFolder('film.mp4'))
  await rename(inFolder('film.mp4'), request.out)
}

async function checkFilm(request: FilmRequest, file: string): Promise<void> {
  const { video, audio, durationMs } = await probeMedia(file, { signal: request.signal })
  const wantedMs = request.pieces.reduce((sum, piece) => sum + piece.durationS * 1000, 0)
  const soundMs = audio?.durationMs ?? wantedMs
  const frameMs = 1000 / FRAMES_PER_SECOND
  const isWhole = video !== null && (request.aacPath === null || audio !== null)
  if (isWhole && Math.abs(durationMs - wantedMs) <= frameMs && Math.abs(soundMs - wantedMs) <= frameMs) return
  throw new StudioError(
    'engine_failed',
    `a film of ${durationMs} ms with ${soundMs} ms of sound instead of ${wantedMs} ms`,
    { userMessage: 'Picture and sound of the film do not match. Try again.', retry: true },
  )
}
