/** What went wrong, told from the exit of ffmpeg or ffprobe: the one border where their words are read. */
import { type ErrorCode, StudioError } from '@/lib/base/errors'

const USER_MESSAGES: Partial<Record<ErrorCode, string>> = {
  bad_media: 'The file is damaged or in a format the studio cannot read. Try it as MP4, WAV, PNG or JPEG.',
  engine_failed: 'ffmpeg could not finish its work. The log has its last words; try again.',
  disk_full: 'The disk is full. Free some space, then try again; finished work is kept.',
  tool_missing:
    'ffmpeg could not be started. Install ffmpeg, or set FFMPEG_PATH to a build with libx264 and libass.',
}

const DISK_FULL = /no space left on device|disk quota exceeded/i
const BAD_MEDIA =
  /invalid data found|moov atom not found|could not find codec parameters|unknown format|does not contain any stream|matches no streams|header missing|not on whitelist|end of file$/im

/** Keeps paths and ffmpeg's own words for the log; people read the fixed message of the code. */
export function failureOf(code: ErrorCode, message: string, cause?: unknown): StudioError {
  const userMessage = USER_MESSAGES[code]
  return new StudioError(code, message, {
    cause,
    retry: code === 'engine_failed',
    ...(userMessage === undefined ? {} : { userMessage }),
  })
}

export function ffmpegFailure(program: 'ffmpeg' | 'ffprobe', error: Error, stderr: string): StudioError {
  const words = stderr
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('frame=') && !line.startsWith('size='))
  const message = [`${program}: ${error.message.split('\n')[0]}`, ...words.slice(-4)].join(' | ')
  const errno = 'code' in error ? error.code : undefined
  if (errno === 'ENOENT' || errno === 'EACCES') return failureOf('tool_missing', message, error)
  if (DISK_FULL.test(stderr)) return failureOf('disk_full', message, error)
  return failureOf(BAD_MEDIA.test(stderr) ? 'bad_media' : 'engine_failed', message, error)
}
