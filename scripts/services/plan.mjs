/** Which inference services are started natively, and with what settings. */

const PORTS = { txt2img: 8101, img2vid: 8102, tts: 8103 }
/** What the studio is told of each. */
const STUDIO_VARIABLES = { txt2img: 'IMAGES_URL', img2vid: 'VIDEOS_URL', tts: 'SPEECH_URL' }
export const SERVICES = Object.keys(PORTS)

export class ServicesFailure extends Error {
  name = 'ServicesFailure'
}

/**
 * `[{ name, port, address, program, env }]`. `env` is the user's own with what a service needs. Every variable of a
 * service can be set for it alone by its name in front: `IMG2VID_DEVICE=cuda:1`.
 *
 * @param {{ only?: string[], device?: string, models: string, python: string, source: string, environment: Record<string, string | undefined> }} options
 */
export function planServices({ only = SERVICES, device, models, python, source, environment }) {
  const unknown = only.find((name) => !SERVICES.includes(name))
  if (unknown) throw new ServicesFailure(`${unknown} is none of ${SERVICES.join(', ')}`)
  return only.map((name) => {
    const own = ownVariables(environment, name)
    const cosyvoice = name === 'tts' ? speechVariables(environment, own) : {}
    const env = {
      ...withoutStudio(environment),
      HOST: '127.0.0.1',
      PORT: String(PORTS[name]),
      MODEL_DIR: models,
      // A service that would fetch weights by itself hides that they are not there.
      HF_HUB_OFFLINE: '1',
      PYTHONUNBUFFERED: '1',
      ...(device && { DEVICE: device }),
      ...cosyvoice,
      ...own,
      PYTHONPATH: source,
    }
    const program = (name === 'tts' && environment.TTS_PYTHON) || python
    return { name, port: Number(env.PORT), address: `http://${env.HOST}:${env.PORT}`, program, env }
  })
}

/** Its real voice needs a Python of its own (3.10) and a checkout; without them it speaks with eSpeak NG. */
function speechVariables(environment, own) {
  const hasCosyVoice = environment.TTS_PYTHON && (environment.COSYVOICE_PATH || own.COSYVOICE_PATH)
  return { TTS_BACKEND: hasCosyVoice ? 'cosyvoice' : 'espeak' }
}

function ownVariables(environment, name) {
  const prefix = `${name.toUpperCase()}_`
  const entries = Object.entries(environment).filter(
    ([key, value]) => key.startsWith(prefix) && value && key !== 'TTS_PYTHON' && key !== 'TTS_BACKEND',
  )
  const own = Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]))
  return name === 'tts' && environment.TTS_BACKEND ? { ...own, TTS_BACKEND: environment.TTS_BACKEND } : own
}

/** HOST and PORT mean the studio where somebody set them; MODEL would mean all three. */
function withoutStudio({ HOST, PORT, MODEL, MODEL_REVISION, FAMILY, ...rest }) {
  return rest
}

/** The line to start a studio with that uses them. */
export function studioLine(services) {
  const variables = services.map(({ name, address }) => `${STUDIO_VARIABLES[name]}=${address}`)
  return `${variables.join(' ')} npm start`
}
