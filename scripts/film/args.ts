import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { invalidInput } from '@/lib/base/errors'
import { type Brief, type BriefInput, briefSchema } from '@/lib/project/schema'

export interface FilmArgs {
  /** A path, or `-` for standard input; null where a film is made again. */
  story: string | null
  /** A manifest or a project's ZIP, to make its film again. */
  from: string | null
  out: string
  json: boolean
  /** Lets a paused queue go on. */
  resume: boolean
  brief: Omit<BriefInput, 'story'>
}

export const USAGE = `Usage: npm run film -- STORY --out FILM.mp4 [options]
       npm run film -- --from FILM.manifest.json --out AGAIN.mp4

  STORY                 a text file, or - to read standard input
  --out FILE            where the film goes; FILE.srt and FILE.manifest.json lie beside it
  --from FILE           a manifest, or a project's ZIP: makes its film again and says what is identical
  --style TEXT          a style's name (paper-cut, ink-wash, cyberpunk, ...) or your own words
  --scenes N            1 to 200; chosen from the text when left out
  --language TAG        en, zh, ...; found out from the text when left out
  --size 16:9|9:16|1:1
  --voice NAME          a voice of the draft engine, such as en-us or zh
  --speed N             0.5 to 2
  --no-music            no music under the voice
  --no-subtitles        nothing burnt into the picture; the soft track is always there
  --resume              let a paused queue go on; else the film waits until somebody resumes it
  --json                progress and result as JSON lines on standard output
  --help                this text`

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  from: { type: 'string' },
  style: { type: 'string' },
  title: { type: 'string' },
  scenes: { type: 'string' },
  language: { type: 'string' },
  size: { type: 'string' },
  voice: { type: 'string' },
  speed: { type: 'string' },
  'no-music': { type: 'boolean' },
  'no-subtitles': { type: 'boolean' },
  resume: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** How a film is to be, which a manifest says itself. */
const STORY_OPTIONS = [
  'style',
  'title',
  'scenes',
  'language',
  'size',
  'voice',
  'speed',
  'no-music',
  'no-subtitles',
] as const

/** Null asks for the usage. Throws `invalid_input` that names the option. */
export function readArgs(args: readonly string[]): FilmArgs | null {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw invalidInput([
      { field: 'arguments', expected: error instanceof Error ? error.message : String(error) },
    ])
  }
  const { values, positionals } = parsed
  if (values.help) return null
  const [story, ...more] = positionals
  if (story && values.from) {
    throw invalidInput([{ field: '--from', expected: 'stands for a story: name one or the other' }])
  }
  if (!story && !values.from)
    throw invalidInput([{ field: 'STORY', expected: 'name a text file, or - for standard input' }])
  const [option] = values.from ? STORY_OPTIONS.filter((name) => values[name] !== undefined) : []
  if (option) {
    throw invalidInput([
      { field: `--${option}`, expected: 'is for a story: a manifest says how its film is' },
    ])
  }
  if (more.length > 0)
    throw invalidInput([{ field: 'STORY', expected: 'only one file; put quotes around a name with spaces' }])
  if (!values.out)
    throw invalidInput([{ field: '--out', expected: 'name the film to write, such as --out film.mp4' }])
  if (!/\.mp4$/i.test(values.out)) throw invalidInput([{ field: '--out', expected: 'must end in .mp4' }])
  return {
    story: story ?? null,
    from: values.from ?? null,
    out: values.out,
    json: values.json ?? false,
    resume: values.resume ?? false,
    brief: {
      ...(values.title === undefined ? {} : { title: values.title }),
      style: values.style ?? '',
      language: values.language ?? null,
      sceneCount: values.scenes === undefined ? null : Number(values.scenes),
      size: (values.size ?? '16:9') as Brief['size'],
      voice: values.voice ?? 'default',
      speed: values.speed === undefined ? 1 : Number(values.speed),
      music: !values['no-music'],
      subtitles: !values['no-subtitles'],
    },
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })

const NAMES: Record<string, string> = {
  sceneCount: '--scenes',
  story: 'STORY',
  size: '--size',
  speed: '--speed',
  voice: '--voice',
  language: '--language',
  style: '--style',
}

/** The whole brief, checked by the same schema as every other door. Throws `invalid_input` naming the option. */
export function readBrief(args: FilmArgs, story: string): Brief {
  const parsed = briefSchema.safeParse({ ...args.brief, story })
  if (parsed.success) return parsed.data
  throw invalidInput(parsed.error.issues.map(problemOf))
}

function problemOf(issue: z.core.$ZodIssue): { field: string; expected: string } {
  const [name] = issue.path
  return { field: NAMES[String(name)] ?? String(name), expected: issue.message }
}
