'use client'

import { useTranslations } from 'next-intl'
import { SERVICES } from '@/lib/engine/connection/schema'

const PORTS = { ollama: '11434', images: '8101', videos: '8102', speech: '8103' } as const
const ROW = 46

/** The studio on the left, the services it asks on the right, each by its address. */
export function ServicesPicture() {
  const t = useTranslations('settings')
  const middle = (ROW * SERVICES.length - 10) / 2
  return (
    <svg
      role="img"
      aria-label={t('plugIn.picture')}
      viewBox={`0 0 480 ${ROW * SERVICES.length - 8}`}
      className="w-full max-w-[34rem] fill-none stroke-edge"
    >
      <rect x="1" y={middle - 28} width="120" height="56" rx="6" className="fill-paper" />
      <text
        x="61"
        y={middle + 5}
        textAnchor="middle"
        className="fill-ink stroke-none font-medium text-[13px]"
      >
        {t('plugIn.studio')}
      </text>
      {SERVICES.map((service, i) => {
        const y = i * ROW + 18
        return (
          <g key={service}>
            <path d={`M121 ${middle} C 185 ${middle}, 185 ${y}, 236 ${y}`} />
            <path d={`M230 ${y - 4} l7 4 l-7 4`} />
            <rect x="240" y={y - 17} width="238" height="34" rx="6" className="fill-paper" />
            <text x="254" y={y + 4} className="fill-ink stroke-none text-[12px]">
              {t(`service.${service}.name`)}
            </text>
            <text x="464" y={y + 4} textAnchor="end" className="numeric fill-soft stroke-none text-[11px]">
              :{PORTS[service]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
