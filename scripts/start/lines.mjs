/** Calls `onLine` for every line of a stream. An error of the stream stays with the stream. */
export function eachLine(stream, onLine) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines) onLine(line)
  })
  stream.on('end', () => {
    if (rest) onLine(rest)
  })
}

const LEVELS = { 30: '', 40: 'warning: ', 50: 'error: ', 60: 'error: ' }
const HIDDEN = new Set(['level', 'time', 'msg', 'pid', 'hostname'])

/**
 * A line of a child's log as people read it: `runner  warning: sweep (error=...)`. Undefined for what only a debugging
 * developer wants. Lines that are not the JSON of our logger stay as they are.
 */
export function readableLine(name, line) {
  if (line.trim() === '') return undefined
  const entry = parseEntry(line)
  if (!entry) return `  ${name}  ${line}`
  if (entry.level < 30) return undefined
  const rest = Object.entries(entry).filter(([key]) => !HIDDEN.has(key))
  const facts = rest
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ')
  return `  ${name}  ${LEVELS[entry.level] ?? ''}${entry.msg ?? ''}${facts ? ` (${facts})` : ''}`
}

/** `{ ready, address }` when a child says that it serves. */
export function readyOf(line) {
  const entry = line.startsWith('{"ready"') ? parseJson(line) : undefined
  return typeof entry?.ready === 'string' ? entry : undefined
}

function parseEntry(line) {
  const entry = line.startsWith('{') ? parseJson(line) : undefined
  return typeof entry?.level === 'number' ? entry : undefined
}

function parseJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
