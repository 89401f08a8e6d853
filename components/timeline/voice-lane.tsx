'use client'

import { cx } from '@/components/ui/class-names'
import { waveformPath } from './peaks'
import { usePeaks } from './use-peaks'

/** The recorded line as a waveform; a line still to be recorded as an empty bar of the length it should take. */
export function VoiceLane({ url, left, width }: { url: string | null; left: number; width: number }) {
  const peaks = usePeaks(url)
  if (width < 1) return null
  const isDrawn = peaks !== undefined && peaks.length > 0
  return (
    <span
      aria-hidden="true"
      className={cx(
        'pointer-events-none absolute top-12 h-6 rounded-sm',
        url ? 'bg-hover' : 'border border-edge border-dashed',
      )}
      style={{ left, width }}
    >
      {isDrawn ? (
        <svg
          aria-hidden="true"
          viewBox={`0 -1 ${peaks.length} 2`}
          preserveAspectRatio="none"
          className="size-full fill-soft"
        >
          <path d={waveformPath(peaks)} />
        </svg>
      ) : null}
    </span>
  )
}
