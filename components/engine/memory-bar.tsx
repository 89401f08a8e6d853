'use client'

import { useFormatter, useTranslations } from 'next-intl'

/** How full a card's memory is: a line with its words beside it. */
export function MemoryBar({ usedMb, totalMb }: { usedMb: number; totalMb: number }) {
  const t = useTranslations('engine.address')
  const format = useFormatter()
  const gigabytes = (mb: number) => format.number(mb / 1024, { maximumFractionDigits: 1 })
  const words = t('memory', { used: gigabytes(usedMb), total: gigabytes(totalMb) })
  const share = totalMb > 0 ? Math.min(1, usedMb / totalMb) : 0
  return (
    <div className="flex items-center gap-3 text-soft text-sm">
      <span aria-hidden="true" className="block h-1.5 w-40 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-edge" style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className="numeric">{words}</span>
    </div>
  )
}
