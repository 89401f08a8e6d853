/**
 * Small engines behind the true contract: a story becomes sentences, a frame one colour, a clip a test card of exactly
 * the frames asked for, a line a tone. What the studio does with them is what it does with the real ones.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type {
  ClipEngine,
  EngineContext,
  FrameEngine,
  FrameRequest,
  MadeFrame,
  NarrationEngine,
  ScoreEngine,
  StoryboardEngine,
} from '@/lib/engine/contract'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import type { Settings } from '@/lib/storyboard/schema'

export const FAKE_ENGINES: Settings['engines'] = {
  storyboard: 'fake/writer@1',
  frame: 'fake/painter@1',
  clip: 'fake/camera@1',
  narration: 'fake/voice@1',
  score: 'fake/score@1',
}

const ready = async () => ({ state: 'ready' as const, message: '', fix: '' })
const cpu = { queue: 'cpu' as const, group: 'cpu' }

/** What a test wants to know of an engine, or to happen inside it. */
export interface Fake<Request> {
  requests: Request[]
  /** Runs before the asset is made: wait for a signal here, or throw. */
  before(request: Request, context: EngineContext): Promise<void>
}

function fake<Request>(before: Fake<Request>['before'] = async () => undefined): Fake<Request> {
  return { requests: [], before }
}

/** A tone at -20 dB: loud enough to be heard as speech. */
export function toneWav(ms: number, sampleRate = 22_050, frequency = 220): Buffer {
  const samples = Math.round((ms * sampleRate) / 1000)
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples * 2, 40)
  for (let i = 0; i < samples; i++) {
    wav.writeInt16LE(Math.round(3277 * Math.sin((2 * Math.PI * frequency * i) / sampleRate)), 44 + i * 2)
  }
  return wav
}

export function fakeWriter(): StoryboardEngine & Fake<unknown> {
  const state = fake<unknown>()
  return Object.assign(state, {
    identity: FAKE_ENGINES.storyboard,
    kind: 'storyboard' as const,
    resource: cpu,
    check: ready,
    async writeStoryboard(
      request: Parameters<StoryboardEngine['writeStoryboard']>[0],
      context: EngineContext,
    ) {
      state.requests.push(request)
      await state.before(request, context)
      const sentences = request.story.split(/(?<=\.)\s+/)
      return {
        title: sentences[0]?.slice(0, 30) ?? '',
        language: 'en',
        cast: [],
        scenes: sentences.map((narration) => ({
          title: narration.slice(0, 20),
          prompt: narration,
          narration,
          bgm: 'calm',
          camera: 'still' as const,
          transition: { kind: 'dissolve' as const, durationMs: 250 },
          cast: [],
        })),
        writtenBy: 'fake writer',
        warnings: [],
      }
    },
  })
}

/** One colour, by its seed. */
export async function paint({ width, height, seed }: FrameRequest, folder: string): Promise<MadeFrame> {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = `hsl(${seed % 360} 60% 50%)`
  brush.fillRect(0, 0, width, height)
  const file = path.join(folder, 'frame-made.png')
  await writeFile(file, await canvas.encode('png'))
  return { path: file, facts: { seed } }
}

export function fakePainter(): FrameEngine & Fake<Parameters<FrameEngine['makeFrame']>[0]> {
  const state = fake<Parameters<FrameEngine['makeFrame']>[0]>()
  return Object.assign(state, {
    identity: FAKE_ENGINES.frame,
    kind: 'frame' as const,
    resource: cpu,
    check: ready,
    async makeFrame(request: Parameters<FrameEngine['makeFrame']>[0], context: EngineContext) {
      state.requests.push(request)
      await state.before(request, context)
      return paint(request, context.folder)
    },
  })
}

export function fakeCamera(): ClipEngine & Fake<Parameters<ClipEngine['makeClip']>[0]> {
  const state = fake<Parameters<ClipEngine['makeClip']>[0]>()
  return Object.assign(state, {
    identity: FAKE_ENGINES.clip,
    kind: 'clip' as const,
    length: 'any' as const,
    resource: cpu,
    check: ready,
    async makeClip(request: Parameters<ClipEngine['makeClip']>[0], context: EngineContext) {
      state.requests.push(request)
      await state.before(request, context)
      const file = path.join(context.folder, 'clip-made.mp4')
      const source = `testsrc=size=${request.width}x${request.height}:rate=24`
      const args = ['-f', 'lavfi', '-i', source, '-frames:v', String(request.frames), '-r', '24']
      await runFfmpeg({
        args: [...args, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', file],
        signal: context.signal,
      })
      return { path: file, facts: {} }
    },
  })
}

export function fakeVoice(): NarrationEngine & Fake<Parameters<NarrationEngine['makeNarration']>[0]> {
  const state = fake<Parameters<NarrationEngine['makeNarration']>[0]>()
  return Object.assign(state, {
    identity: FAKE_ENGINES.narration,
    kind: 'narration' as const,
    resource: cpu,
    check: ready,
    listVoices: async () => [{ id: 'tone', name: 'Tone', languages: ['*'] }],
    async makeNarration(request: Parameters<NarrationEngine['makeNarration']>[0], context: EngineContext) {
      state.requests.push(request)
      await state.before(request, context)
      const file = path.join(context.folder, 'line.wav')
      await writeFile(file, toneWav(300 + request.text.length * 10))
      return { path: file, words: [], facts: {}, warnings: [] }
    },
  })
}

export function fakeScore(): ScoreEngine & Fake<Parameters<ScoreEngine['makeScore']>[0]> {
  const state = fake<Parameters<ScoreEngine['makeScore']>[0]>()
  return Object.assign(state, {
    identity: FAKE_ENGINES.score,
    kind: 'score' as const,
    resource: cpu,
    check: ready,
    async makeScore(request: Parameters<ScoreEngine['makeScore']>[0], context: EngineContext) {
      state.requests.push(request)
      await state.before(request, context)
      const file = path.join(context.folder, 'bed.wav')
      const seconds = ((request.packets * 1024) / 48_000).toFixed(9)
      const source = `sine=frequency=330:sample_rate=48000:duration=${seconds}`
      const args = [
        '-f',
        'lavfi',
        '-i',
        source,
        '-af',
        `atrim=end_sample=${request.packets * 1024}`,
        '-ac',
        '2',
      ]
      await runFfmpeg({ args: [...args, '-c:a', 'pcm_f32le', file], signal: context.signal })
      return { path: file, facts: {} }
    },
  })
}
