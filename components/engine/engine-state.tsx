'use client'

import { Check, CircleAlert, CircleDashed, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AddressView } from '@/lib/engine/connection/schema'

const SIGNS = {
  ready: { Icon: Check, colour: 'text-done' },
  loading: { Icon: LoaderCircle, colour: 'text-stale' },
  unavailable: { Icon: CircleAlert, colour: 'text-failed' },
  none: { Icon: CircleDashed, colour: 'text-soft' },
} as const

/** How an engine stands, by sign and word. `none`: nobody has said where it is. */
export function EngineState({ state }: { state: AddressView['state'] | 'none' }) {
  const t = useTranslations('engine')
  const { Icon, colour } = SIGNS[state]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm">
      <Icon aria-hidden="true" className={`size-4 ${colour}`} />
      {t(`is.${state}`)}
    </span>
  )
}
