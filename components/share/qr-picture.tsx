'use client'

import { useEffect, useMemo, useRef } from 'react'
import { encode } from 'uqr'

/** The quiet zone that readers ask for (ISO/IEC 18004): four modules all around. */
const BORDER = 4

/** Dark on light in both themes: not every camera reads it the other way round. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: BORDER })
    const squares = code.data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
    )
    return { size: code.size, path: squares.join('') }
  }, [text])
  const picture = useRef<SVGSVGElement>(null)
  // It opens below what was pressed, which may be below the edge.
  useEffect(() => {
    picture.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <svg
      ref={picture}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded bg-on-stage text-stage"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
