import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { findFfmpeg, runFfmpeg } from '@/lib/media/ffmpeg'
import { splitAdts } from './adts'
import { SAMPLES_PER_PACKET } from './clock'
import { AAC_ARGS, encodeUnit, type SoundUnit } from './encode'
import { AAC_RUN_IN_SECONDS, joinUnits } from './join'
import type { SoundMode } from './level'
import { renderRun, type SoundScene } from './scene'
import { someBed, someScenes } from './testing'
import { runOf, unitSpans } from './unit'
import { readUnit, saveUnit } from './unit-file'

const PACKETS = [300, 150, 20, 20, 240, 31, 300]
const bed = someBed()

beforeAll(() => findFfmpeg())

async function unitsOf(scenes: readonly SoundScene[], mode: SoundMode): Promise<SoundUnit[]> {
  const units: SoundUnit[] = []
  for (const span of unitSpans(scenes.map((scene) => scene.packets))) {
    units.push(readUnit(saveUnit(await encodeUnit(span, runOf(span, scenes, mode)))))
  }
  return units
}

describe('a film of joined units', () => {
  it('has exactly the film’s samples, no seam heard at any join, and one pass’s error', async () => {
    const scenes = someScenes({ packets: PACKETS, bed })
    const units = await unitsOf(scenes, 'speech')
    const joined = joinUnits(units)
    const packets = PACKETS.reduce((a, b) => a + b, 0)
    expect(joined).toMatchObject({ packets, unevenJoins: 0 })
    expect(splitAdts(joined.aac)).toHaveLength(packets + 1)
    const pcm = renderRun(
      { scenes, mode: 'speech', startsFilm: true, endsFilm: true },
      0,
      packets * SAMPLES_PER_PACKET,
    )
    const ours = await decode(joined.aac)
    const onePass = await decode(await encode(pcm))
    expect(ours).toHaveLength(pcm.length)
    // Every join, and the packets about it: no worse than an encoding in one pass.
    let at = 0
    for (const unit of units.slice(0, -1)) {
      at += unit.energies.length
      const ourError = errorDb(ours, pcm, at - 1, at + 1)
      expect(ourError, `join at ${at}`).toBeLessThan(Math.max(-60, errorDb(onePass, pcm, at - 1, at + 1) + 3))
    }
    expect(errorDb(ours, pcm, 0, packets)).toBeLessThan(errorDb(onePass, pcm, 0, packets) + 0.5)
  })

  it('lands at -14 LUFS and under -1 dBTP as ffmpeg measures the decoded film', async () => {
    const silent = (scene: SoundScene): SoundScene => ({ ...scene, speech: null })
    const bare = (scene: SoundScene): SoundScene => ({ ...scene, music: null })
    const film = someScenes({ packets: [300, 260, 280, 330], bed })
    const films: [string, SoundMode, SoundScene[]][] = [
      ['speech and music', 'speech', film],
      ['speech', 'speech', film.map(bare)],
      ['music', 'music-only', film.map(silent)],
      ['a silent scene', 'speech', film.map((scene, i) => (i === 1 ? silent(scene) : scene))],
      ['little speech', 'sparse-speech', film.map((scene, i) => (i === 2 ? scene : silent(scene)))],
    ]
    for (const [name, mode, scenes] of films) {
      const joined = joinUnits(await unitsOf(scenes, mode))
      const { lufs, peakDb } = await measure(joined.aac)
      expect(Math.abs(lufs + 14), `${name}: ${lufs} LUFS`).toBeLessThanOrEqual(1)
      expect(peakDb, name).toBeLessThanOrEqual(-1)
      expect(Math.abs(joined.integratedLufs - lufs), name).toBeLessThan(0.15)
    }
  })

  it('comes out the same byte for byte, and only three units change with a scene', async () => {
    const digests = async (scenes: SoundScene[]) =>
      (await unitsOf(scenes, 'speech')).map((unit) =>
        createHash('sha256').update(saveUnit(unit)).digest('hex'),
      )
    const scenes = someScenes({ packets: [120, 130, 140, 150, 160], bed })
    const first = await digests(scenes)
    expect(await digests(scenes.map((scene) => ({ ...scene })))).toEqual(first)
    const edited = scenes.map((scene, i) =>
      i === 2 ? { ...scene, speech: scene.speech!.map((x) => -x) } : scene,
    )
    const second = await digests(edited)
    expect(second).toHaveLength(first.length)
    expect(second.filter((digest, i) => digest !== first[i]).length).toBeLessThanOrEqual(3)
  })

  it('stays silent where nothing sounds', async () => {
    const joined = joinUnits(await unitsOf(someScenes({ packets: [60, 70], bed: null }), 'music-only'))
    expect(joined.integratedLufs).toBe(-Infinity)
    expect((await decode(joined.aac)).every((sample) => sample === 0)).toBe(true)
  })

  it('encodes a scene longer than one stretch in parts that join', async () => {
    const scenes = someScenes({ packets: [4_300], bed, speakingFrom: 9_999 })
    const units = await unitsOf(scenes, 'music-only')
    expect(joinUnits(units)).toMatchObject({ packets: 4_300, unevenJoins: 0 })
    const ours = await decode(joinUnits(units).aac)
    const pcm = renderRun(
      { scenes, mode: 'music-only', startsFilm: true, endsFilm: true },
      0,
      4_300 * SAMPLES_PER_PACKET,
    )
    expect(ours).toHaveLength(pcm.length)
    const join = 29 + 2_048
    expect(errorDb(ours, pcm, join - 1, join + 1)).toBeLessThan(-55)
  })
})

async function encode(pcm: Float32Array): Promise<Buffer> {
  const args = [
    '-f',
    'f32le',
    '-ar',
    '48000',
    '-ac',
    '2',
    '-i',
    'pipe:0',
    ...AAC_ARGS,
    '-f',
    'adts',
    'pipe:1',
  ]
  return (await runFfmpeg({ args, input: Buffer.from(pcm.buffer) })).stdout
}

/** Without the decoder's run-in. */
async function decode(aac: Buffer): Promise<Float32Array> {
  const { stdout } = await runFfmpeg({
    args: ['-f', 'aac', '-i', 'pipe:0', '-f', 'f32le', 'pipe:1'],
    input: aac,
  })
  const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length))
  return samples.subarray(Math.round(AAC_RUN_IN_SECONDS * 48_000) * 2)
}

function errorDb(ours: Float32Array, wanted: Float32Array, from: number, to: number): number {
  let sum = 0
  const low = from * SAMPLES_PER_PACKET * 2
  const high = to * SAMPLES_PER_PACKET * 2
  for (let i = low; i < high; i++) sum += (ours[i]! - wanted[i]!) ** 2
  return 10 * Math.log10(sum / (high - low) + 1e-12)
}

async function measure(aac: Buffer): Promise<{ lufs: number; peakDb: number }> {
  const args = ['-v', 'info', '-f', 'aac', '-i', 'pipe:0', '-af', 'ebur128=peak=true', '-f', 'null', '-']
  const { stderr } = await runFfmpeg({ args, input: aac })
  const summary = stderr.slice(stderr.lastIndexOf('Summary'))
  return {
    lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]),
    peakDb: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]),
  }
}
