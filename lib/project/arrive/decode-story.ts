/** Text of a file: by its byte order mark, else UTF-8, else GB 18030, in which many Chinese texts are still kept. */
export function decodeStory(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const text = label ? new TextDecoder(label).decode(bytes) : decodeEightBit(bytes)
  return text.replace(/\r\n?/g, '\n').trim()
}

function decodeEightBit(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
