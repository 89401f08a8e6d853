import { timecode } from '@/lib/base/timecode'
import { pixelsOf, ticks } from './scale'

export function Ruler({ fromMs, toMs, scale }: { fromMs: number; toMs: number; scale: number }) {
  return (
    <span aria-hidden="true" className="numeric text-soft text-xs">
      {ticks(fromMs, toMs, scale).map((second) => (
        <span
          key={second}
          className="absolute top-0 h-full border-line border-l pl-1 leading-5"
          style={{ left: pixelsOf(second * 1000, scale) }}
        >
          {timecode(second * 1000)}
        </span>
      ))}
    </span>
  )
}
