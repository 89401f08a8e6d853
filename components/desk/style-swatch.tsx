/**
 * What a style looks like, painted until its sample picture is there. These colours belong to the pictures, not to the
 * interface, which is why they are not tokens.
 */
type Palette = readonly [sky: string, sun: string, back: string, middle: string, front: string]

const PALETTES: Record<string, Palette> = {
  'paper-cut': ['#f6dfc0', '#e8743b', '#e9b07a', '#b8623e', '#5d3a35'],
  watercolour: ['#e6f0f0', '#f3d9a0', '#b9d3d6', '#8db4a8', '#5f8f86'],
  'ink-wash': ['#eeece6', '#c5402c', '#c6c3bb', '#8b8881', '#3a3936'],
  'storybook-warm': ['#ffe6b0', '#fff6d8', '#f2b65c', '#d98545', '#8a4b2d'],
  cyberpunk: ['#151233', '#ff3fa4', '#2a2a6b', '#1f6f8f', '#0b0b1f'],
  noir: ['#b9b9b9', '#f4f4f4', '#7d7d7d', '#444444', '#111111'],
  pastel: ['#fbe4ea', '#fff4d6', '#d8ead9', '#bcd9dd', '#e6b8c8'],
  'gouache-night': ['#1d2b53', '#f6e7a8', '#2c3f73', '#1b2d55', '#0f1a35'],
}
const PLAIN: Palette = ['#e9e4d8', '#ffffff', '#cfc7b6', '#b3a994', '#857b68']

export function StyleSwatch({ id, picture }: { id: string; picture: string | undefined }) {
  if (picture) {
    return (
      // biome-ignore lint/performance/noImgElement: a small static file, already at its size.
      <img
        src={picture}
        alt=""
        width={160}
        height={90}
        decoding="async"
        className="block aspect-video w-full object-cover"
      />
    )
  }
  const [sky, sun, back, middle, front] = PALETTES[id] ?? PLAIN
  return (
    <svg aria-hidden="true" viewBox="0 0 160 90" className="block aspect-video w-full">
      <rect width="160" height="90" fill={sky} />
      <circle cx="112" cy="32" r="13" fill={sun} />
      <path d="M0 56C30 40 48 44 72 54S122 62 160 42V90H0Z" fill={back} />
      <path d="M0 68C28 54 62 76 94 64S140 60 160 66V90H0Z" fill={middle} />
      <path d="M0 82C34 70 64 80 92 80S138 74 160 80V90H0Z" fill={front} />
    </svg>
  )
}
