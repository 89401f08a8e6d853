/** The draft camera: moves through a painted scene's layers, or over a flat picture, frame by frame into x264. */
import type { ClipRequest } from '@/lib/engine/contract'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'

/** ffmpeg arguments for raw RGBA frames on stdin to `name` in the working folder. Pure. */
export function clipArgs(
  { width, height, frames }: Pick<ClipRequest, 'width' | 'height' | 'frames'>,
  name: string,
): string[] {
  return [
    '-y',
    ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', `${FRAMES_PER_SECOND}`],
    ...['-i', 'pipe:0'],
    // Canvas colours are full-range RGB; without the matrix named here old builds convert by BT.601.
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '17', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
    // Bytes differ with the number of x264 threads, and clips run side by side anyway.
    ...['-threads', '1'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    ...['-r', `${FRAMES_PER_SECOND}`, '-frames:v', `${frames}`, '-an'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1', '-movflags', '+faststart'],
    name,
  ]
}
