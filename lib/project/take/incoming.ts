import { invalidInput } from '@/lib/base/errors'
import { cleanText } from '@/lib/base/http-body'
import type { IncomingFile } from '@/lib/upload/receive'
import { FILE_NAME_CHARS, FILE_NAME_HEADER } from '@/lib/upload/schema'

/** A file as the body of a request, its name in a header. Throws `invalid_input` for a name that is no UTF-8. */
export function readIncoming(request: Request): IncomingFile & { label: string } {
  const length = request.headers.get('content-length')
  return {
    body: request.body,
    bytes: length === null ? null : Number(length),
    label: readName(request.headers.get(FILE_NAME_HEADER) ?? ''),
    signal: request.signal,
  }
}

/** Shown to people and nothing else; the folders that some senders put before it are theirs. */
function readName(header: string): string {
  try {
    const name = cleanText(decodeURIComponent(header)).split(/[/\\]/).at(-1)?.trim() ?? ''
    return [...name].slice(0, FILE_NAME_CHARS).join('')
  } catch {
    throw invalidInput([{ field: FILE_NAME_HEADER, expected: 'must be percent-encoded UTF-8' }])
  }
}
