/** A font file and which letters it has. */
export interface Face {
  name: string
  file: string
  covers(codePoint: number): boolean
}

export interface Run {
  face: string
  text: string
}

/** A text as pieces that one font each can show: a Chinese name in an English line is set in its own letters. */
export function runsOf(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = []
  const [usual] = faces
  if (!usual) return runs
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const isSpace = /\s/u.test(letter)
    const own = isSpace ? undefined : faces.find((face) => face.covers(code))
    const face = own?.name ?? last?.face ?? usual.name
    if (last?.face === face) last.text += letter
    else runs.push({ face, text: letter })
  }
  return runs
}
