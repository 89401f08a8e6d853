import { parse } from 'yaml'
import { read } from './dockerfile'

export interface ComposeService {
  profiles?: string[]
  image?: string
  build?: { context: string; dockerfile: string; target?: string; args?: Record<string, string> }
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  healthcheck?: { test?: string[]; disable?: boolean }
  depends_on?: Record<string, { condition: string }>
  networks?: { default: { aliases: string[] } }
  restart?: string
  deploy?: { resources: { reservations: { devices: { device_ids: string[] }[] } } }
}

export interface Compose {
  services: Record<string, ComposeService>
  volumes: Record<string, unknown>
}

const text = read('docker/compose.yml')
export const compose: Compose = parse(text, { merge: true })

/** `NAME -> default` of every variable the compose file asks for; `undefined` where there must be a value. */
export function askedVariables(): Map<string, string | undefined> {
  const asked = new Map<string, string | undefined>()
  const code = text.replace(/^\s*#.*$/gm, '')
  for (const [, name = '', kind = '', value = ''] of code.matchAll(/\$\{(\w+)(:?[-?])([^}]*)\}/g)) {
    asked.set(name, kind.endsWith('?') ? undefined : value)
  }
  return asked
}

/** `[NAME, value, is it commented out]` of every line of the example. */
export function exampleLines(): [string, string, boolean][] {
  return [...read('docker/.env.example').matchAll(/^(#?)([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(
    ([, mark, name = '', value = '']) => [name, value, mark === '#'],
  )
}

/** The fields of the inference services' settings, as variables. */
export function serviceVariables(service: 'txt2img' | 'img2vid' | 'tts'): Map<string, string> {
  const folder = 'inference/src/storytovideo_inference'
  const code = `${read(`${folder}/settings.py`)}\n${read(`${folder}/${service}/settings.py`)}`
  const fields = [...code.matchAll(/^ {4}(\w+): .*?=\s*(?:Field\(default=)?([^,)\n]*)/gm)]
  return new Map(fields.map(([, name = '', value = '']) => [name.toUpperCase(), value.trim()]))
}
