/** Which track of a file is the one that was meant, and whether the file holds only what the studio knows. Pure. */
import type { MediaFacts, TrackFacts } from '@/lib/media/probe'
import type { Slot } from '@/lib/storyboard/schema'
import { refusal } from './refusal'

/** What cameras, phones and editors write today. Every other decoder stays out of strangers' reach. */
const PICTURE_CODECS: ReadonlySet<string> = new Set([
  ...['h264', 'hevc', 'av1', 'vp8', 'vp9', 'mpeg4', 'mpeg2video', 'h263', 'mjpeg', 'prores', 'theora'],
])
const SOUND_CODECS: ReadonlySet<string> = new Set([
  ...['aac', 'mp3', 'opus', 'vorbis', 'flac', 'alac', 'ac3', 'eac3', 'amr_nb', 'amr_wb'],
])
/** What cameras write beside picture and sound: time codes, and their own movements. */
const CAMERA_TAGS: ReadonlySet<string> = new Set(['tmcd', 'mebx', 'gpmd', 'fdsc', 'camm', 'rtmd'])
const PASSED_OVER: ReadonlySet<string> = new Set(['subtitle', 'attachment'])

/** The index of the one moving picture. Throws `bad_media`. */
export function pictureTrack(media: MediaFacts): number {
  needKnown('clip', media.tracks)
  const pictures = media.tracks.filter((track) => track.kind === 'video' && !track.isCover)
  if (pictures.length > 1) throw refusal('clip', 'two_pictures', String(pictures.length))
  const [picture] = pictures
  if (!picture) throw refusal('clip', 'no_picture')
  if (!PICTURE_CODECS.has(picture.codec)) throw refusal('clip', 'odd_track', nameOf(picture))
  return media.tracks.indexOf(picture)
}

/** The index of the first sound: a second one is another language. Throws `bad_media`. */
export function soundTrack(media: MediaFacts): number {
  needKnown('narration', media.tracks)
  const sound = media.tracks.find((track) => track.kind === 'audio')
  if (!sound) throw refusal('narration', 'no_sound')
  if (!SOUND_CODECS.has(sound.codec) && !sound.codec.startsWith('pcm_')) {
    throw refusal('narration', 'odd_track', nameOf(sound))
  }
  return media.tracks.indexOf(sound)
}

function needKnown(slot: Slot, tracks: readonly TrackFacts[]): void {
  // A head that announces nothing: the rest of the file is missing.
  if (tracks.length === 0) throw refusal(slot, 'broken')
  const odd = tracks.find((track) => {
    if (track.kind === 'video' || track.kind === 'audio' || PASSED_OVER.has(track.kind)) return false
    return !CAMERA_TAGS.has(track.tag)
  })
  if (odd) throw refusal(slot, 'odd_track', nameOf(odd))
}

/** A tag is four bytes of the file: only letters and digits of it are shown. */
function nameOf({ codec, tag }: TrackFacts): string {
  if (codec !== 'unknown') return codec
  return tag.replace(/[^A-Za-z0-9]/g, '') || 'unknown'
}
