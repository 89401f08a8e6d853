/**
 * Speaks lines with eSpeak NG, in a process of its own, for three reasons: eSpeak is GPL-3.0 and the studio is not, so
 * the two only exchange text and samples over pipes; what eSpeak says depends on what the same instance said before,
 * so every line gets a fresh one; and a process can be killed in the middle of a sentence.
 *
 * Plain JavaScript, started with bare node. In: one JSON object on stdin, `{ voice, rate, pitch, range, chunks }` with
 * an array of texts, or `{ check: true }`. Out: raw mono PCM16 in ./speech.pcm, and one JSON line on stdout for each
 * chunk, `{ samples, sampleRate, marks: [[position, ms], ...] }`, a position counting code points from 0.
 */
import { closeSync, openSync, writeSync } from 'node:fs'

const PACKAGE = '@echogarden/espeak-ng-emscripten'

/** Exit codes the parent tells apart. */
const MISSING = 3
const NO_VOICE = 4

async function main() {
  const request = JSON.parse(await readAll(process.stdin))
  const espeak = await loadPackage()
  if (request.check) return
  const instance = await espeak()
  const worker = new instance.eSpeakNGWorker()
  if (worker.set_voice(request.voice) !== 0) process.exit(NO_VOICE)
  worker.set_rate(request.rate)
  worker.set_pitch(request.pitch)
  worker.set_range(request.range)
  const file = openSync('speech.pcm', 'w')
  for (const text of request.chunks) {
    const spoken = speak(worker, text, file)
    process.stdout.write(`${JSON.stringify({ ...spoken, sampleRate: worker.get_samplerate() })}\n`)
  }
  closeSync(file)
}

async function loadPackage() {
  try {
    return (await import(PACKAGE)).default
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') process.exit(MISSING)
    throw error
  }
}

function speak(worker, text, file) {
  let samples = 0
  const marks = []
  worker.synthesize(text, (audio, events) => {
    if (audio?.length) {
      samples += audio.length
      writeSync(file, new Uint8Array(audio.buffer, audio.byteOffset, audio.byteLength))
    }
    for (const event of events) {
      if (event.type === 'word') marks.push([event.text_position - 1, event.audio_position])
    }
    return 0
  })
  return { samples, marks }
}

async function readAll(stream) {
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

await main()
