/**
 * Speaks lines with eSpeak NG, in a process of its own, for three reasons: eSpeak is GPL-3.0 and the studio is not, so
 * the two only exchange text and samples over pipes; what eSpeak says depends on what the same instance said before,
 * so every line gets a fresh one; and a process can be killed in the middle of a sentence.
 *
 * Plain JavaScript, started with bare node. In: one JSON object on stdin, `{ voice, rate, pitch, range, chunks }` with
 * an array of texts, or `{ check: true }`. Out: raw mono PCM16 in ./speech.pcm, and JSON lines on stdout: for each chunk
 * `{ samples, sampleRate, marks: [[position, ms], ...] }`, a position counting code points from 0, and at the end
 * `{ end: 'done' | 'missing' | 'voice' }`. Then the parent kills it: leaving by itself while WebAssembly is still being
 * compiled hangs one process in twenty on Node 24.
 */
import { closeSync, openSync, writeSync } from 'node:fs'

const PACKAGE = process.argv[2] ?? '@echogarden/espeak-ng-emscripten'

/** eSpeak seeds the noise of its breath with the time of day; equal requests must give equal bytes. */
function stopClocks() {
  Date.now = () => 0
  Math.random = () => 0.5
}

/** What came of it: all spoken, the package is not installed, or it has no such voice. */
async function main() {
  const request = JSON.parse(await readAll(process.stdin))
  const espeak = await loadPackage()
  if (!espeak) return 'missing'
  if (request.check) return 'done'
  stopClocks()
  const instance = await espeak()
  const worker = new instance.eSpeakNGWorker()
  if (worker.set_voice(request.voice) !== 0) return 'voice'
  worker.set_rate(request.rate)
  worker.set_pitch(request.pitch)
  worker.set_range(request.range)
  const file = openSync('speech.pcm', 'w')
  for (const text of request.chunks) {
    say({ ...speak(worker, text, file), sampleRate: worker.get_samplerate() })
  }
  closeSync(file)
  return 'done'
}

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function loadPackage() {
  try {
    return (await import(PACKAGE)).default
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') return undefined
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

say({ end: await main() })
