/** The one video format of clips, segments and seams: what is encoded alike can be joined without encoding again. */

import { FRAMES_PER_SECOND, SAMPLE_RATE } from './sound/clock'

/** In pixels. */
export interface Size {
  width: number
  height: number
}

/** Ticks a second: a picture's length can be given in sound packets. */
export const VIDEO_TIMESCALE = SAMPLE_RATE

/**
 * H.264 in which every file can follow every other: a fixed closed GOP, headers that do not depend on the content
 * (`stitchable`), one thread (the bytes differ for 1, 2 and 4) and no trace of when and by what it was made.
 */
export function x264Args({ keyFrames = [] }: { keyFrames?: readonly number[] } = {}): string[] {
  return [
    ...['-r', String(FRAMES_PER_SECOND), '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20'],
    ...['-profile:v', 'high', '-bf', '2', '-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-x264-params', 'keyint=48:min-keyint=1:scenecut=0:open-gop=0:stitchable=1'],
    ...(keyFrames.length > 0 ? ['-force_key_frames', forcedAt(keyFrames)] : []),
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    ...['-an', '-map_metadata', '-1', ...BITEXACT, '-video_track_timescale', String(VIDEO_TIMESCALE)],
  ]
}

/** No name of a tool and no time of making in the file. */
export const BITEXACT = ['-fflags', '+bitexact', '-flags:v', '+bitexact'] as const

const forcedAt = (frames: readonly number[]): string => `expr:${frames.map((n) => `eq(n,${n})`).join('+')}`

/** Any picture to the film's pixels: as large as needed to cover the frame, cropped in the middle, BT.709. */
export const coverFilter = ({ width, height }: Size): string =>
  [
    `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=bicubic:out_color_matrix=bt709:out_range=tv`,
    `crop=${width}:${height}`,
    'setsar=1',
    'format=yuv420p',
  ].join(',')

/** An upload may be a playlist in disguise, which would have ffmpeg fetch addresses or read other files. */
export const PLAIN_FILE = [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', 'mov,matroska,avi,wav,mp3,flac,ogg,aac,image2,png_pipe,jpeg_pipe'],
] as const

/**
 * For a file whose kind was read from its first bytes: that one demuxer and no guessing, no other file or address, and
 * no block of memory larger than a picture of 8192 x 4320 takes.
 */
export const strangersFile = (demuxer: string): string[] => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-f', demuxer],
  ...['-max_alloc', String(512 << 20)],
]
