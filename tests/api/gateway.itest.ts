import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { defaultEngines, registerEngine } from '@/lib/engine/registry'
import { taskAnswer } from '@/lib/project/gateway/answers'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { cancelTask, getFile, getTask, post } from './caller'

let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
  const { writer, painter, camera, voice, score } = studio.engines
  const own = await defaultEngines()
  // The studio's small engines, under the names that a new project asks for.
  Object.assign(writer, { identity: own.storyboard })
  Object.assign(painter, { identity: own.frame })
  Object.assign(camera, { identity: own.clip })
  Object.assign(voice, { identity: own.narration })
  Object.assign(score, { identity: own.score })
  for (const engine of [writer, painter, camera, voice, score]) registerEngine(engine)
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

const small = { resolution: '128x72' }
const prompts = [
  { scene_id: 1, prompt: 'a fox in the snow' },
  { scene_id: 'two', prompt: 'a lantern on a hill' },
]

describe('the pipeline, one call a stage', () => {
  it('answers 202 at once, and the result from /tasks', async () => {
    const started = await post('storyboard', { story: 'A fox ran. A lantern glowed.' }, '')
    expect(started.status).toBe(202)
    expect(Object.keys(started.body).sort()).toEqual(['project_id', 'task_id'])
    const { body } = await getTask(started.body.task_id, '?wait=60')
    expect(taskAnswer.parse(body)).toEqual(body)
    expect(body).toMatchObject({ type: 'storyboard', status: 'done', progress: 1, error: null })
    expect(body.result.storyboard.map((scene: { narration: string }) => scene.narration)).toEqual([
      'A fox ran.',
      'A lantern glowed.',
    ])
  })

  it('goes from prompts to frames to clips, each answer ready to be the next request', async () => {
    const made = await post('frames', { storyboard: prompts, image_style: small })
    expect(made.status).toBe(200)
    expect(made.body.frames.map((frame: { scene_id: unknown }) => frame.scene_id)).toEqual([1, 'two'])
    expect(made.body.frames[0].frame).toMatch(/^\/data\/frames\/[0-9a-f-]{36}\/[\w-]+-[0-9a-f]{64}\.png$/)
    const frames = made.body.frames.map((frame: object) => ({ ...frame, duration: 1, transition: 'cut' }))
    const { body } = await post('clips', { frames, video: small })
    expect(body).toMatchObject({ type: 'clips', status: 'done' })
    expect(body.clips.map((clip: { scene_id: unknown }) => clip.scene_id)).toEqual([1, 'two'])
    const clip = await getFile(body.clips[0].clip)
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    expect(body.project_id).not.toBe(made.body.project_id)
  })

  it('speaks lines as WAV or MP3', async () => {
    const lines = [{ scene_id: 9, text: 'Once upon a time.' }]
    for (const [format, type] of [
      ['wav', 'audio/wav'],
      ['mp3', 'audio/mpeg'],
    ] as const) {
      const { body } = await post('narration', { lines, format })
      expect(body.audios[0]).toMatchObject({ scene_id: 9, duration: expect.closeTo(0.47, 1) })
      expect(body.audios[0].audio.endsWith(`.${format}`)).toBe(true)
      const file = await getFile(body.audios[0].audio)
      expect(file.headers.get('content-type')).toBe(type)
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    }
  })

  it('renders a film with everything each stage made, and names what it could not keep', async () => {
    const { status, body } = await post('render', {
      story: 'A fox ran. A lantern glowed.',
      options: {
        image: { ...small, num_steps: 4 },
        video: { ...small, fps: 12 },
        voice: 'cosyvoice-mini',
        music: false,
      },
    })
    expect(status).toBe(200)
    expect(taskAnswer.shape.result.parse(body.result)).toEqual(body.result)
    const { result } = body
    expect([
      result.storyboard.length,
      result.frames.length,
      result.clips.length,
      result.audios.length,
    ]).toEqual([2, 2, 2, 2])
    expect(result.warnings.join('\n')).toMatch(/num_steps[\s\S]*fps[\s\S]*cosyvoice-mini/)
    expect((await getFile(result.video)).headers.get('content-type')).toBe('video/mp4')
    expect(await (await getFile(result.subtitles)).text()).toContain('A lantern glowed.')
    const manifest = await (await getFile(result.manifest)).json()
    expect(manifest.scenes).toHaveLength(2)
    const poster = Buffer.from(await (await getFile(result.poster)).arrayBuffer())
    expect(poster.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  })

  it('keeps its projects off the desk', async () => {
    expect(await db().project.count({ where: { hidden: false } })).toBe(0)
  })
})

describe('a project', () => {
  it('has its scenes changed by items, as one revision, and nothing else made again', async () => {
    const first = await post('frames', { storyboard: prompts, image_style: small })
    const projectId = first.body.project_id
    const drawn = studio.engines.painter.requests.length
    const again = await post('frames', {
      project_id: projectId,
      storyboard: [{ scene_id: 'scene-2', prompt: 'a lighthouse' }],
    })
    expect(again.body.frames.map((frame: { scene_id: string }) => frame.scene_id)).toEqual(['scene-2'])
    expect(studio.engines.painter.requests.length).toBe(drawn + 1)
    expect((await db().project.findUniqueOrThrow({ where: { id: projectId } })).revision).toBe(2)
    const all = await post('frames', { project_id: projectId })
    expect(all.body.frames[0].frame).toBe(first.body.frames[0].frame)
    expect(studio.engines.painter.requests.length).toBe(drawn + 1)
    expect((await db().project.findUniqueOrThrow({ where: { id: projectId } })).revision).toBe(2)
  })

  it('is rendered from where it stands; resuming too far names what is missing', async () => {
    const { body } = await post('storyboard', { story: 'A hen sat. A cock crew.' })
    const project_id = body.project_id
    const tooFar = await post('render', { project_id, resume_from: 'clips' })
    expect(tooFar.status).toBe(409)
    expect(tooFar.body.error.details.missing).toEqual([
      { stage: 'frames', scene_ids: ['scene-1', 'scene-2'] },
    ])
    await post('frames', { project_id, image_style: small })
    const resumed = await post('render', {
      project_id,
      resume_from: 'clips',
      options: { video: small, music: false },
    })
    expect(resumed.body).toMatchObject({ type: 'render', status: 'done' })
  })

  it('gets a new storyboard as its next revision', async () => {
    const first = await post('storyboard', { story: 'A hen sat.' })
    const { project_id } = first.body
    const second = await post('storyboard', { story: 'A goose flew. It came back.', project_id })
    expect(second.body.project_id).toBe(project_id)
    expect(second.body.storyboard).toHaveLength(2)
    expect((await db().project.findUniqueOrThrow({ where: { id: project_id } })).revision).toBe(2)
  })

  it('that does not exist, or scenes it does not have, are 404', async () => {
    const nowhere = await post('render', { project_id: '3f0c6a5e-7d1b-4c55-9a8e-2f6d0b9c1e47' })
    expect(nowhere.status).toBe(404)
    const { body } = await post('frames', { storyboard: prompts, image_style: small })
    const project_id = body.project_id
    expect((await post('frames', { project_id, scene_ids: ['nobody'] })).status).toBe(404)
    const unknown = await post('narration', { project_id, lines: [{ scene_id: 'nobody', text: 'Hi' }] })
    expect(unknown.status).toBe(404)
    expect(unknown.body.error.details[0].expected).toContain('"nobody"')
  })
})

describe('a task', () => {
  it('ends with its work when it is cancelled, and never changes again', async () => {
    const began = Promise.withResolvers<void>()
    studio.engines.painter.before = async (_, { signal }) => {
      began.resolve()
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }
    const { body } = await post(
      'frames',
      { storyboard: [{ scene_id: 1, prompt: 'slow' }], image_style: small },
      '',
    )
    await began.promise
    const cancelled = await cancelTask(body.task_id)
    expect(cancelled.body.status).toBe('cancelled')
    const work = await db().task.findMany({ where: { projectId: body.project_id, target: false } })
    await Promise.all(work.map((task) => studio.ended(task.id)))
    studio.engines.painter.before = async () => undefined
    const later = await getTask(body.task_id)
    expect((await cancelTask(body.task_id)).body).toEqual(later.body)
    expect(later.body.status).toBe('cancelled')
  })

  it('that failed says at which stage and scene, and lists what was made', async () => {
    studio.engines.painter.before = async (request) => {
      if (request.prompt.scene === 'broken') throw new Error('no')
    }
    const storyboard = [prompts[0], { scene_id: 'two', prompt: 'broken' }]
    const { status, body } = await post('frames', { storyboard, image_style: small })
    studio.engines.painter.before = async () => undefined
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'error', error: { details: { stage: 'frame', scene_id: 'two' } } })
    expect(body.result.frames.map((frame: { scene_id: unknown }) => frame.scene_id)).toEqual([1])
  })

  it('that is not there is 404, whatever its id looks like', async () => {
    expect((await getTask('3f0c6a5e-7d1b-4c55-9a8e-2f6d0b9c1e47')).status).toBe(404)
    expect((await getTask("1'; drop table task")).status).toBe(404)
  })
})

describe('a file', () => {
  it('has its bytes’ digest for a tag, and comes in parts', async () => {
    const { body } = await post('frames', { storyboard: prompts, image_style: small })
    const [{ frame }] = body.frames
    const whole = await getFile(frame)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(whole.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
    const part = await getFile(frame, { range: 'bytes=1-3' })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('PNG')
    expect((await getFile(frame, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  })

  it('is found only below a project that has it', async () => {
    const [mine, other] = await Promise.all([
      post('frames', { storyboard: prompts, image_style: small }),
      post('frames', { storyboard: [{ scene_id: 1, prompt: 'other' }], image_style: small }),
    ])
    const { frame } = mine.body.frames[1]
    expect((await getFile(frame.replace(mine.body.project_id, other.body.project_id))).status).toBe(404)
    expect((await getFile(frame.replace('scene-2', 'scene-1'))).status).toBe(404)
    expect((await getFile('/data/frames/../../../etc/passwd')).status).toBe(404)
  })

  it('of someone else’s disk or address is no frame', async () => {
    for (const frame of ['/etc/passwd', 'http://169.254.169.254/x.png', '/data/frames/x/y.png']) {
      const { status, body } = await post('clips', { frames: [{ scene_id: 1, frame }] })
      expect(status).toBe(404)
      expect(body.error.details[0].field).toBe('frames.0.frame')
    }
  })
})

describe('bad input', () => {
  it.each([
    ['{"story":', 'body'],
    ['[]', 'body'],
    [{ story: '' }, 'story'],
    [{ story: 'a'.repeat(100_001) }, 'story'],
    [{ story: '🦊🌨️' }, 'story'],
    [{ story: '...?!' }, 'story'],
    [{ story: 'x', scenes: 0 }, 'scenes'],
    [{ story: 'x', scenes: 201 }, 'scenes'],
  ])('%.40j is refused and named', async (body, field) => {
    const answer = await post('storyboard', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('invalid_input')
    expect(answer.body.error.details[0].field).toBe(field)
  })

  it.each(['0x0', '99999x9'])('the resolution %s is refused and named', async (resolution) => {
    const answer = await post('frames', { storyboard: prompts, image_style: { resolution } })
    expect(answer.status).toBe(400)
    expect(answer.body.error.details[0].field).toBe('image_style.resolution')
  })

  it.each([
    ['HTML', '<script>alert(1)</script>'],
    ['quotes and filter characters', `It's "x": [0:v]drawtext=text='x',;\\%{pts} $(id)`],
    ['right to left', 'وجد الثعلب فانوسا في الثلج.'],
    ['a word of 3000 letters', 'a'.repeat(3_000)],
  ])('%s is a story like any other', async (_, story) => {
    const { body } = await post('storyboard', { story })
    expect(body).toMatchObject({ status: 'done' })
    expect(body.storyboard[0].narration).toBe(story)
  })

  it('lone surrogates and NULs are mended on the way in', async () => {
    const { body } = await post('storyboard', '{"story":"A fox\\ud83d ran\\u0000."}')
    expect(body.storyboard[0].narration).toBe('A fox\ufffd ran.')
  })

  it('a full queue is 429 and says when to come again', async () => {
    const room = env.queueMax
    env.queueMax = 0
    const answer = await post('storyboard', { story: 'x' })
    env.queueMax = room
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('a wait beyond two minutes is refused', async () => {
    expect((await post('storyboard', { story: 'x' }, '?wait=121')).body.error.details[0].field).toBe('wait')
  })
})
