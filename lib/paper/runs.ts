/** A font in two weights, as files, and which letters it has. */
export interface Face {
  name: string
  regular: string
  bold: string
  covers(codePoint: number): boolean
}

export interface Run {
  face: Face
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
    const face = own ?? last?.face ?? usual
    if (last?.face === face) last.text += letter
    else runs.push({ face, text: letter })
  }
  return runs
}
