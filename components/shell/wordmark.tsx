import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Three folds of paper in a frame: a picture, and a film strip seen from afar. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
      <rect
        x="2.5"
        y="5.5"
        width="27"
        height="21"
        rx="4"
        className="fill-sheet stroke-ink"
        strokeWidth="1.6"
      />
      <circle cx="22" cy="12" r="2.6" className="fill-ink" />
      <path
        d="M3.3 20.5c4-4.6 7-5 10.4-2.2s8.400 2.600 15 -1.300V23a2.800 2.800 0 0 1-2.800 2.800H6.100A2.800 2.800 0 0 1 3.300 23Z"
        className="fill-edge"
      />
      <path
        d="M3.300 23.800c6.200-3.200 11.200-2.200 15-.6s7.400 1 10.400-1.200V23a2.800 2.800 0 0 1-2.800 2.800H6.100A2.800 2.800 0 0 1 3.300 23.800Z"
        className="fill-ink"
      />
    </svg>
  )
}

export function Wordmark() {
  const t = useTranslations('common')
  return (
    <Link href="/" className="-mx-1.5 flex items-center gap-2.5 rounded px-1.5 py-1">
      <Mark className="size-7" />
      <span className="whitespace-nowrap font-serif text-[1.0625rem] tracking-[-0.01em] max-[27rem]:sr-only">
        {t('studio')}
      </span>
    </Link>
  )
}
