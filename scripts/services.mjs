/**
 * `npm run services -- [txt2img img2vid tts] [--device cuda|cuda:1|cpu]`: the inference services on this machine, without
 * containers, until Ctrl-C. The first run makes their Python environment.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureEnvironment, PythonFailure } from './inference/python.mjs'
import { keepService } from './services/keep.mjs'
import { planServices, SERVICES, ServicesFailure, studioLine } from './services/plan.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stderr.write(`${line}\n`)
const HELP = `npm run services -- [${SERVICES.join(' ')}] [--device cuda|cuda:1|cpu]

Without names all three. Settings are those of inference/README.md; with a service's name in front they are its alone:
  IMG2VID_DEVICE=cuda:1 TXT2IMG_MODEL=stabilityai/sdxl-turbo npm run services
MODEL_DIR is where the weights are (npm run fetch-models). Speech is eSpeak NG unless TTS_PYTHON (a Python 3.10 with
CosyVoice's packages) and COSYVOICE_PATH (its checkout) are set; docs/deploy.md tells how to make them.
`

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { device: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return process.stdout.write(HELP)
  // A Python of the caller's own is used as it is.
  const python = process.env.SERVICES_PYTHON || path.join(ensureEnvironment({ root, note: say }), 'python')
  const services = planServices({
    only: positionals.length > 0 ? positionals : undefined,
    device: values.device,
    models: path.resolve(root, process.env.MODEL_DIR?.trim() || 'models'),
    python,
    source: path.join(root, 'inference', 'src'),
    environment: process.env,
  })
  const kept = services.map((service) => {
    const args = ['-m', 'storytovideo_inference', service.name]
    return keepService({ ...service, args, cwd: path.join(root, 'inference'), say })
  })
  const stopping = deferred()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopping.resolve)
  const lost = Promise.any(kept.map(async ({ over }) => (await over) ?? Promise.reject(new Error('stopped'))))
  lost.catch(() => undefined)
  tellReady(services, kept)
  const reason = await Promise.race([stopping.promise.then(() => undefined), lost])
  await Promise.all(kept.map(({ stop }) => stop()))
  if (reason) throw new ServicesFailure(`${reason}; the lines above say why. All services were stopped.`)
}

/** Node 20, on which this may run, has no Promise.withResolvers. */
function deferred() {
  let resolve
  const promise = new Promise((done) => {
    resolve = done
  })
  return { promise, resolve }
}

async function tellReady(services, kept) {
  const states = await Promise.all(kept.map(({ ready }) => ready()))
  if (states.includes(undefined)) return
  for (const [i, { name, address }] of services.entries()) {
    const { status, reason } = states[i]
    say(`${name} at ${address}: ${status}${reason ? ` (${reason})` : ''}`)
  }
  process.stdout.write(`Start the studio with them:\n  ${studioLine(services)}\n`)
}

try {
  await main()
} catch (error) {
  const isKnown = error instanceof ServicesFailure || error instanceof PythonFailure
  say(isKnown ? error.message : error.stack)
  process.exitCode = 1
}
