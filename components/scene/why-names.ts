/** Which word of the interface tells a field of the storyboard or of a recipe; slots and parts behind a dot are not told. */
export const WORDS_OF: Record<string, WhyName> = {
  narration: 'narration',
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  cast: 'cast',
  camera: 'camera',
  transition: 'transition',
  durationMs: 'durationMs',
  length: 'durationMs',
  voice: 'voice',
  speed: 'speed',
  style: 'style',
  frame: 'frame',
  film: 'film',
  size: 'film',
  clip: 'clip',
  engine: 'engines',
  engines: 'engines',
  seed: 'seeds',
  seeds: 'seeds',
  music: 'music',
  bgm: 'music',
  subtitles: 'subtitles',
  language: 'language',
  title: 'title',
  name: 'title',
  description: 'description',
  aliases: 'aliases',
  pins: 'pins',
}

export type WhyName =
  | 'narration'
  | 'prompt'
  | 'negativePrompt'
  | 'cast'
  | 'camera'
  | 'transition'
  | 'durationMs'
  | 'voice'
  | 'speed'
  | 'style'
  | 'frame'
  | 'film'
  | 'clip'
  | 'engines'
  | 'seeds'
  | 'music'
  | 'subtitles'
  | 'language'
  | 'title'
  | 'description'
  | 'aliases'
  | 'pins'
