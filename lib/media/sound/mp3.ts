/** MPEG-1 layer III at a constant rate in kbit/s, the same bytes each time and without a word of who made it. */
export const mp3Args = (kbits: number): string[] => [
  ...['-map', '0:a:0', '-map_chapters', '-1'],
  ...['-c:a', 'libmp3lame', '-b:a', `${kbits}k`, '-fflags', '+bitexact', '-flags:a', '+bitexact'],
]
