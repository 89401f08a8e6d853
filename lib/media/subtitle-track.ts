import { open } from 'node:fs/promises'

/** Bit 0 of a track header's flags: the track is in use from the start. */
const TRACK_ENABLED = 1

/**
 * Turns the subtitle track of an MP4 off. ffmpeg enables the only track of its kind whatever its disposition says, and
 * players then show captions that are in the picture already. Boxes: ISO/IEC 14496-12.
 */
export async function hideSubtitleTrack(filePath: string): Promise<void> {
  const file = await open(filePath, 'r+')
  try {
    const moov = await findMoov(file)
    if (!moov) return
    const bytes = Buffer.alloc(moov.length)
    await file.read(bytes, 0, bytes.length, moov.start)
    for (const track of boxesIn(bytes, 8, bytes.length, 'trak')) {
      const media = boxesIn(bytes, track.start + 8, track.end, 'mdia')[0]
      const handler = media && boxesIn(bytes, media.start + 8, media.end, 'hdlr')[0]
      const header = boxesIn(bytes, track.start + 8, track.end, 'tkhd')[0]
      // hdlr: size, type, version and flags, pre_defined, handler_type; tkhd: size, type, version, flags (3 bytes).
      if (
        !handler ||
        !header ||
        bytes.toString('latin1', handler.start + 16, handler.start + 20) !== 'sbtl'
      ) {
        continue
      }
      const flags = header.start + 11
      await file.write(Buffer.from([(bytes[flags] ?? 0) & ~TRACK_ENABLED]), 0, 1, moov.start + flags)
    }
  } finally {
    await file.close()
  }
}

async function findMoov(
  file: Awaited<ReturnType<typeof open>>,
): Promise<{ start: number; length: number } | undefined> {
  const header = Buffer.alloc(16)
  for (let start = 0; ; ) {
    const { bytesRead } = await file.read(header, 0, 16, start)
    if (bytesRead < 8) return undefined
    const size = header.readUInt32BE(0)
    const length = size === 1 ? Number(header.readBigUInt64BE(8)) : size
    if (header.toString('latin1', 4, 8) === 'moov') return { start, length }
    if (length < 8) return undefined
    start += length
  }
}

function boxesIn(bytes: Buffer, from: number, to: number, type: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = from; start + 8 <= to; ) {
    const length = bytes.readUInt32BE(start)
    if (length < 8) break
    if (bytes.toString('latin1', start + 4, start + 8) === type) found.push({ start, end: start + length })
    start += length
  }
  return found
}
