import { cx } from './class-names'

interface ProgressProps {
  /** 0 to 1, or null while nothing is known: the line then moves without an end. */
  value: number | null
  /** Says what is going on; a line never stands without words. */
  words: string
  className?: string
}

/** A thin line. The words belong beside it and are read out with it. */
export function Progress({ value, words, className }: ProgressProps) {
  const percent = value === null ? undefined : Math.round(value * 100)
  return (
    <div
      role="progressbar"
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cx('h-0.5 overflow-hidden rounded-full bg-line', className)}
    >
      {value === null ? (
        <div className="h-full w-1/3 animate-slide bg-ink" />
      ) : (
        <div
          className="h-full origin-left bg-ink transition-transform duration-200"
          style={{ transform: `scaleX(${value})` }}
        />
      )}
    </div>
  )
}
