import path from 'node:path'
import { checkSpeech, type SpeechFacts } from '@/lib/asset/check-speech'
import { isStudioError } from '@/lib/base/errors'
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { guessWords } from '@/lib/media/sound/guess-words'
import { BITEXACT } from '@/lib/media/video'
import { convert, needLength, openMedia, type UploadedMedia } from './media'
import { refusal } from './refusal'
import { soundTrack } from './tracks'

const NAME = 'narration.wav'

/** One voice, one channel, at the film's own rate. */
export const recordingArgs = (): string[] => [
  ...['-vn', '-sn', '-dn', '-ac', '1', '-ar', String(SAMPLE_RATE), '-c:a', 'pcm_s16le'],
  ...['-map_metadata', '-1', '-map_chapters', '-1', ...BITEXACT, NAME],
]

/** A WAV of an uploaded recording, with a guess at when each word of the line is heard. Throws `bad_media`. */
export async function fitRecording(
  upload: UploadedMedia,
  line: { text: string; language: string },
): Promise<{ path: string; facts: Record<string, unknown> }> {
  const { demuxer, media } = await openMedia('narration', upload)
  const track = soundTrack(media)
  await convert('narration', upload, { demuxer, track, args: recordingArgs() })
  const made = path.join(upload.folder, NAME)
  const speech = await listen(made)
  // Of an MP3 without an index the length is a guess.
  needLength('narration', speech.durationMs, demuxer === 'mp3' ? null : (media.audio?.durationMs ?? null))
  const words = await guessWords(line, made, speech.durationMs)
  const original = { type: demuxer, codec: media.audio?.codec ?? '' }
  return { path: made, facts: { ...speech, words, warnings: [], original } }
}

async function listen(path: string): Promise<SpeechFacts> {
  try {
    return await checkSpeech(path)
  } catch (error) {
    if (isStudioError(error) && error.code === 'engine_failed')
      throw refusal('narration', 'silent', '', error)
    throw error
  }
}
