export interface Cue {
  startMs: number
  endMs: number
  text: string
}

const TIMES = /(\d+):(\d{2}):(\d{2})[,.](\d{3})\s*-->\s*(\d+):(\d{2}):(\d{2})[,.](\d{3})/

const toMs = (h?: string, m?: string, s?: string, ms?: string) =>
  ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms)

/** Cues of a SubRip file; blocks without times are passed over. */
export function parseSubRip(source: string): Cue[] {
  return source
    .replace(/^\ufeff/, '')
    .split(/\r?\n\s*\r?\n/)
    .flatMap((block) => {
      const lines = block.split(/\r?\n/)
      const at = lines.findIndex((line) => TIMES.test(line))
      const [, ...t] = TIMES.exec(lines[at] ?? '') ?? []
      const text = lines
        .slice(at + 1)
        .join('\n')
        .trim()
      if (t.length === 0 || !text) return []
      return [{ startMs: toMs(t[0], t[1], t[2], t[3]), endMs: toMs(t[4], t[5], t[6], t[7]), text }]
    })
}
