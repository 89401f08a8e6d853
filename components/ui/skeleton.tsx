import { cx } from './class-names'

/** Holds the place of what is on its way; the words that go with it stand in the page. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx('animate-breathe rounded bg-mat', className)} />
}
