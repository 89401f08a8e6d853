import { mp3Args } from './mp3'

export type SoundFormat = 'm4a' | 'mp3'

/** Of what the film says only its title: what a container tells of itself is not another's to say. */
const TITLE = [
  ...['-map_metadata', '0', '-metadata', 'major_brand=', '-metadata', 'minor_version='],
  ...['-metadata', 'compatible_brands='],
]

/** A film's sound alone. An M4A is the film's own, packet for packet; only the MP3 is encoded anew. */
export const FILM_SOUND_ARGS: Record<SoundFormat, readonly string[]> = {
  m4a: [
    ...['-map', '0:a:0', '-map_chapters', '-1', '-fflags', '+bitexact', ...TITLE],
    ...['-c:a', 'copy', '-f', 'ipod', '-movflags', '+faststart'],
  ],
  mp3: [...mp3Args(192), ...TITLE],
}
