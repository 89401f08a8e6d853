import { describe, expect, it } from 'vitest'
import { msOfPackets, packetsOfFrames, SAMPLE_RATE, SAMPLES_PER_PACKET } from './clock'
import { dbOf, levelVoice } from './level'
import { limit } from './limiter'
import { integratedLoudness, loudnessOf, packetEnergies } from './loudness'
import { truePeak } from './peak'
import { resample } from './resample'
import { sine, someSpeech } from './testing'
import { interleave, readWav } from './wav'
import { wavHeader, writeWav } from './wav-bytes'

describe('clock', () => {
  it('holds no scene more than half a packet from its pictures', () => {
    for (let frames = 1; frames < 2_000; frames++) {
      const apart = msOfPackets(packetsOfFrames(frames)) / 1000 - frames / 24
      expect(Math.abs(apart)).toBeLessThan(513 / SAMPLE_RATE)
    }
  })
})

describe('wav', () => {
  it('reads back what it writes', () => {
    const sound = { sampleRate: 22_050, channels: [sine(440, 0.1, 0.5, 22_050), sine(220, 0.1, 0.5, 22_050)] }
    expect(readWav(writeWav(sound, 'float32'))).toEqual(sound)
    const rounded = readWav(writeWav(sound, 'pcm16'))
    rounded.channels[1]?.forEach((sample, i) => {
      expect(Math.abs(sample - sound.channels[1]![i]!)).toBeLessThan(1 / 60_000)
    })
  })

  it('reads 24 and 32 bits, 8 bits, doubles, the extensible form and odd chunks', () => {
    const value = -0.5
    const bodies: [number, number, Buffer][] = [
      [1, 8, Buffer.from([64])],
      [1, 24, Buffer.from([0, 0, 0xc0])],
      [1, 32, Buffer.from([0, 0, 0, 0xc0])],
      [3, 64, doubles(value)],
    ]
    for (const [tag, bits, body] of bodies) {
      for (const extensible of [false, true]) {
        const { channels } = readWav(wavOf(tag, bits, body, extensible))
        expect(Array.from(channels[0] ?? [])).toEqual([value])
      }
    }
  })

  it('refuses what is no WAV and survives one cut short', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('RIFFxxxxWAVE'), Buffer.from('ID3 something else')]) {
      expect(() => readWav(bytes)).toThrow(expect.objectContaining({ code: 'bad_media' }))
    }
    const whole = writeWav({ sampleRate: 48_000, channels: [sine(440, 0.1)] }, 'pcm16')
    expect(readWav(whole.subarray(0, 1_044)).channels[0]).toHaveLength(500)
    const endless = Buffer.concat([
      wavHeader({ sampleRate: 48_000, channels: 1, encoding: 'pcm16', bytes: 0 }),
      Buffer.alloc(64),
    ])
    expect(readWav(endless).channels[0]).toHaveLength(32)
  })
})

describe('resample', () => {
  it('keeps the pitch and level of a tone and adds no other', () => {
    for (const rate of [8_000, 16_000, 22_050, 24_000, 44_100, 88_200, 96_000]) {
      const out = resample(sine(1_000, 1, 0.5, rate), rate, SAMPLE_RATE)
      expect(out).toHaveLength(SAMPLE_RATE)
      const wanted = sine(1_000, 1, 0.5)
      let error = 0
      for (let i = 2_000; i < SAMPLE_RATE - 2_000; i++)
        error = Math.max(error, Math.abs(out[i]! - wanted[i]!))
      expect(dbOf(error / 0.5), `${rate} Hz`).toBeLessThan(-75)
    }
  })

  it('lets nothing above the new limit fold back', () => {
    const out = resample(sine(30_000, 0.5, 1, 96_000), 96_000, SAMPLE_RATE)
    expect(dbOf(Math.max(...out.slice(1_000, -1_000)))).toBeLessThan(-75)
  })
})

describe('loudness', () => {
  it('measures a full-scale 997 Hz sine as BS.1770 says: -3.01 LUFS on one channel, 0 on both', () => {
    const tone = sine(997, 3)
    expect(loudnessOf(interleave([tone, new Float32Array(tone.length)]), 2)).toBeCloseTo(-3.01, 1)
    expect(loudnessOf(interleave([tone, tone]), 2)).toBeCloseTo(0, 1)
  })

  it('does not count silence', () => {
    const tone = sine(997, 4, 0.1)
    const half = new Float32Array(tone.length * 2)
    half.set(tone)
    expect(loudnessOf(half, 1)).toBeCloseTo(loudnessOf(tone, 1), 0)
    expect(loudnessOf(new Float32Array(96_000), 2)).toBe(-Infinity)
  })

  it('finds the same loudness from the energies of the parts', () => {
    const sound = someSpeech(8)
    const whole = integratedLoudness(packetEnergies(sound, 1))
    const warm = 4 * SAMPLES_PER_PACKET
    const cut = 100 * SAMPLES_PER_PACKET
    const joined = new Float64Array(Math.ceil(sound.length / SAMPLES_PER_PACKET))
    joined.set(packetEnergies(sound.subarray(0, cut), 1))
    joined.set(packetEnergies(sound.subarray(cut - warm), 1, warm), 100)
    expect(integratedLoudness(joined)).toBeCloseTo(whole, 2)
  })

  it('brings any voice to its level', () => {
    for (const quieter of [1, 0.1, 0.02]) {
      const voice = levelVoice(
        someSpeech(5).map((x) => x * quieter),
        -14,
      )
      const padded = new Float32Array(voice.length + 24_000)
      padded.set(voice)
      expect(loudnessOf(interleave([padded, padded]), 2)).toBeCloseTo(-14, 0)
      expect(dbOf(truePeak(voice, 1))).toBeLessThan(-2.4)
    }
    expect(levelVoice(new Float32Array(9_000), -14)).toEqual(new Float32Array(9_000))
  })
})

describe('peaks', () => {
  it('finds the peak between the samples', () => {
    // A quarter of the rate, 45 degrees off: every sample is 0.707, the wave is 1.
    const tone = Float32Array.from({ length: 4_800 }, (_, i) => Math.sin((Math.PI / 2) * i + Math.PI / 4))
    expect(truePeak(tone.subarray(0, 4_000), 1)).toBeGreaterThan(0.98)
  })

  it('lets nothing through above the ceiling and leaves what is below alone', () => {
    const sound = interleave([someSpeech(2, 1).map((x) => x * 3), someSpeech(2, 2).map((x) => x * 3)])
    const before = sound.slice()
    limit(sound, 2, 0.8)
    expect(truePeak(sound, 2)).toBeLessThan(0.81)
    const quiet = before.map((x) => x / 100)
    const kept = quiet.slice()
    limit(quiet, 2, 0.8)
    expect(quiet).toEqual(kept)
  })
})

function doubles(value: number): Buffer {
  const body = Buffer.alloc(8)
  body.writeDoubleLE(value)
  return body
}

function wavOf(tag: number, bits: number, body: Buffer, extensible: boolean): Buffer {
  const format = Buffer.alloc(extensible ? 40 : 16)
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(48_000, 4)
  format.writeUInt16LE(bits, 14)
  if (extensible) format.writeUInt16LE(tag, 24)
  const chunk = (id: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(id, 0, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length & 1)])
  }
  const chunks = Buffer.concat([chunk('fmt ', format), chunk('LIST', Buffer.alloc(3)), chunk('data', body)])
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from([0, 0, 0, 0]), Buffer.from('WAVE'), chunks])
}
