/** A multipart form whose bytes depend on its contents alone: the same request is the same bytes, for its idempotency key. */
import { digestOf } from '../digest'

export interface FormFile {
  name: string
  fileName: string
  type: string
  bytes: Uint8Array
}

export function formBody(
  fields: Readonly<Record<string, string>>,
  file: FormFile,
): { type: string; bytes: Buffer } {
  const boundary = `form-${digestOf(JSON.stringify(fields), file.bytes).slice(0, 40)}`
  const head = (disposition: string, type = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n`
  const parts: (string | Uint8Array)[] = Object.entries(fields).map(
    ([name, value]) => `${head(`name="${name}"`)}${value}\r\n`,
  )
  parts.push(
    head(`name="${file.name}"; filename="${file.fileName}"`, `Content-Type: ${file.type}\r\n`),
    file.bytes,
    `\r\n--${boundary}--\r\n`,
  )
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  }
}
