/**
 * Sound: the film's soundtrack as plain arithmetic on samples. A soundtrack is made of units, a body for each scene and
 * a junction for each change of scene, that are encoded alone and joined as AAC packets without encoding again; so one
 * changed line costs one body and two junctions, whatever the length of the film. Everything here but `encode.ts` and
 * its callers is pure; only PCM at 48 kHz is mixed.
 *
 * The clock: films have 24 pictures a second, AAC has packets of 1024 samples, and the two meet only every 2.667 s. So
 * a scene lasts a whole number of packets that depends on its own length alone, and its last picture is held up to
 * 10.7 ms longer or shorter.
 */
export const SAMPLE_RATE = 48_000
export const SAMPLES_PER_PACKET = 1_024
export const FRAMES_PER_SECOND = 24
export const SAMPLES_PER_FRAME = SAMPLE_RATE / FRAMES_PER_SECOND

/** Sound packets of a scene of so many pictures. */
export function packetsOfFrames(frames: number): number {
  return Math.round((frames * SAMPLES_PER_FRAME) / SAMPLES_PER_PACKET)
}

/** How long so many packets last; the concat list gives a scene's pictures this duration. */
export function msOfPackets(packets: number): number {
  return (packets * SAMPLES_PER_PACKET * 1000) / SAMPLE_RATE
}

export const msOfSamples = (samples: number): number => (samples * 1000) / SAMPLE_RATE
export const msOfFrames = (frames: number): number => (frames * 1000) / FRAMES_PER_SECOND
export const framesOfMs = (ms: number): number => Math.round((ms * FRAMES_PER_SECOND) / 1000)
