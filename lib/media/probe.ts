import { z } from 'zod'
import { StudioError } from '@/lib/base/errors'
import { runFfprobe } from './ffmpeg'
import { PLAIN_FILE, strangersFile } from './video'

export interface VideoFacts {
  codec: string
  profile: string | null
  pixFmt: string | null
  width: number
  height: number
  fps: number
  /** As the container counts: `1/48000`. */
  timeBase: string
  durationMs: number | null
  /** Packets counted, when `countFrames` was asked for; else what the container says, or null. */
  frames: number | null
}

export interface AudioFacts {
  codec: string
  sampleRate: number
  channels: number
  durationMs: number | null
}

export interface SubtitleFacts {
  codec: string
  language: string | null
  isDefault: boolean
}

export interface ChapterFacts {
  title: string
  startMs: number
  endMs: number
}

/** One stream as it lies in the file, whatever it holds. */
export interface TrackFacts {
  /** `video`, `audio`, `subtitle`, `data`, `attachment`, or empty for what ffprobe has no word for. */
  kind: string
  codec: string
  /** How the container names the coding: `avc1`, `tmcd`, `[0][0][0][0]`. */
  tag: string
  /** A still beside the film or the song, such as the cover of a record. */
  isCover: boolean
}

export interface MediaFacts {
  /** ffprobe's name of the demuxer: `mov,mp4,m4a,3gp,3g2,mj2`. */
  container: string
  durationMs: number
  video: VideoFacts | null
  audio: AudioFacts | null
  subtitles: SubtitleFacts[]
  chapters: ChapterFacts[]
  tracks: TrackFacts[]
}

const numeric = z.coerce.number().optional()

const streamSchema = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  codec_tag_string: z.string().default(''),
  profile: z.string().nullish(),
  pix_fmt: z.string().nullish(),
  width: z.number().default(0),
  height: z.number().default(0),
  r_frame_rate: z.string().default('0/1'),
  time_base: z.string().default('0/1'),
  nb_frames: numeric,
  nb_read_packets: numeric,
  sample_rate: numeric,
  channels: z.number().optional(),
  duration: numeric,
  tags: z.record(z.string(), z.string()).default({}),
  disposition: z.record(z.string(), z.number()).default({}),
})

const probeSchema = z.object({
  format: z.object({ format_name: z.string(), duration: numeric }),
  streams: z.array(streamSchema).default([]),
  chapters: z
    .array(
      z.object({
        start_time: z.coerce.number(),
        end_time: z.coerce.number(),
        tags: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
})
type Stream = z.infer<typeof streamSchema>

/** Facts of a local media file; throws `bad_media` when it is none. A `demuxer` is for a file of unknown origin. */
export async function probeMedia(
  path: string,
  options: { countFrames?: boolean; signal?: AbortSignal; demuxer?: string } = {},
): Promise<MediaFacts> {
  const json = await runFfprobe(
    [
      ...(options.demuxer ? strangersFile(options.demuxer) : PLAIN_FILE),
      ...['-show_format', '-show_streams', '-show_chapters', '-of', 'json'],
      ...(options.countFrames ? ['-count_packets'] : []),
      fileUrl(path),
    ],
    options.signal,
  )
  const parsed = probeSchema.safeParse(JSON.parse(json))
  if (!parsed.success) throw new StudioError('bad_media', `ffprobe: ${parsed.error.message}`)
  const { format, streams, chapters } = parsed.data
  const video = streams.find((s) => s.codec_type === 'video' && !isCover(s))
  const audio = streams.find((s) => s.codec_type === 'audio')
  return {
    container: format.format_name,
    durationMs: (format.duration ?? 0) * 1000,
    video: video ? videoFacts(video) : null,
    audio: audio ? audioFacts(audio) : null,
    subtitles: streams.filter((s) => s.codec_type === 'subtitle').map(subtitleFacts),
    chapters: chapters.map((c) => ({
      title: c.tags.title ?? '',
      startMs: c.start_time * 1000,
      endMs: c.end_time * 1000,
    })),
    tracks: streams.map((s) => ({
      kind: s.codec_type ?? '',
      codec: s.codec_name,
      tag: s.codec_tag_string,
      isCover: isCover(s),
    })),
  }
}

export interface VideoPacket {
  /** Seconds; packets come in decoding order. */
  pts: number
  dts: number
  isKey: boolean
}

export async function probeVideoPackets(path: string, signal?: AbortSignal): Promise<VideoPacket[]> {
  const entries = 'packet=pts_time,dts_time,flags'
  const args = ['-select_streams', 'v:0', '-show_entries', entries, '-of', 'json', fileUrl(path)]
  const packet = z.object({ pts_time: z.coerce.number(), dts_time: z.coerce.number(), flags: z.string() })
  const { packets } = z
    .object({ packets: z.array(packet) })
    .parse(JSON.parse(await runFfprobe(args, signal)) as unknown)
  return packets.map((p) => ({ pts: p.pts_time, dts: p.dts_time, isKey: p.flags.startsWith('K') }))
}

/** Without the prefix a file named `concat:…` or `http:…` would be read as a protocol. */
const fileUrl = (path: string): string => `file:${path}`

const isCover = (s: Stream): boolean => s.disposition.attached_pic === 1

const durationOf = (s: Stream): number | null => (s.duration === undefined ? null : s.duration * 1000)

function videoFacts(s: Stream): VideoFacts {
  const [num = 0, den = 1] = s.r_frame_rate.split('/').map(Number)
  return {
    codec: s.codec_name,
    profile: s.profile ?? null,
    pixFmt: s.pix_fmt ?? null,
    width: s.width,
    height: s.height,
    fps: den > 0 ? num / den : 0,
    timeBase: s.time_base,
    durationMs: durationOf(s),
    frames: s.nb_read_packets ?? s.nb_frames ?? null,
  }
}

const audioFacts = (s: Stream): AudioFacts => ({
  codec: s.codec_name,
  sampleRate: s.sample_rate ?? 0,
  channels: s.channels ?? 0,
  durationMs: durationOf(s),
})

const subtitleFacts = (s: Stream): SubtitleFacts => ({
  codec: s.codec_name,
  language: s.tags.language ?? null,
  isDefault: s.disposition.default === 1,
})
