/** Paper: a storyboard to hold in a hand. Free of Node. */

/** All that is drawn: the pictures are named, everything else stands here. */
export interface Paper {
  title: string
  /** BCP 47: its letters come first. */
  language: string
  /** Of the film's pictures, for a place where one is missing. */
  width: number
  height: number
  scenes: PaperScene[]
}

export interface PaperScene {
  title: string
  narration: string
  prompt: string
  startMs: number
  durationMs: number
  /** Fingerprint of its picture; null while there is none. */
  frame: string | null
}
