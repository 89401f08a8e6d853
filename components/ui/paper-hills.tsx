import { cx } from './class-names'

const SHAPES = [
  ['M0 66C22 50 38 48 58 60S98 76 120 58 146 44 160 52V90H0Z', 'M0 78C30 62 60 84 92 72S140 66 160 76V90H0Z'],
  [
    'M0 58C26 66 40 40 66 46S104 72 126 62 150 52 160 58V90H0Z',
    'M0 74C24 82 52 64 84 74S136 82 160 68V90H0Z',
  ],
  ['M0 70C18 64 36 38 62 52S96 64 118 50 148 58 160 62V90H0Z', 'M0 80C36 70 58 72 88 80S142 70 160 78V90H0Z'],
] as const

/** An empty picture: two folds of paper and a moon, the same for the same `seed`. */
export function PaperHills({ seed, className }: { seed: string; className?: string }) {
  let sum = 0
  for (const letter of seed) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  const [back, front] = SHAPES[sum % SHAPES.length] ?? SHAPES[0]
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMax slice"
      className={cx('block size-full bg-mat', className)}
    >
      <circle cx={28 + (sum % 104)} cy={26 + (sum % 9)} r="9" className="fill-moon" />
      <path d={back} className="fill-fold" />
      <path d={front} className="fill-fold-deep" />
    </svg>
  )
}
