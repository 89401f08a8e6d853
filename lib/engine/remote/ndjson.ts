import { failed } from './failure'
import type { ServiceAnswer } from './http'
import { SILENCE_MS } from './patience'

/** A picture of the largest size in base64, with room. */
const LONGEST_LINE = 48 * 1024 * 1024

/**
 * The values of a stream of JSON lines, as they come. Services send a heartbeat every ten seconds; what drips in without
 * a whole line for thirty is as good as silent. Throws `engine_failed` (retry).
 */
export async function* readLines(answer: ServiceAnswer, silenceMs = SILENCE_MS): AsyncGenerator<unknown> {
  let parts: Buffer[] = []
  let length = 0
  let lastLineAt = performance.now()
  for await (const chunk of answer.chunks()) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end))
      const line = Buffer.concat(parts).toString('utf8').trim()
      parts = []
      length = 0
      from = end + 1
      if (line) yield parsed(line, answer.host)
      lastLineAt = performance.now()
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST_LINE) throw failed(answer.host, 'sent a line without an end')
    if (performance.now() - lastLineAt > silenceMs)
      throw failed(answer.host, 'fell silent in the middle of its answer')
  }
  const rest = Buffer.concat(parts).toString('utf8').trim()
  if (rest) yield parsed(rest, answer.host)
}

function parsed(line: string, host: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw failed(host, 'sent a line that is no JSON', error)
  }
}
