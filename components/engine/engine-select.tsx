'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { EnginesView } from '@/lib/engine/connection/schema'
import type { EngineKind } from '@/lib/engine/contract'
import type { EngineIdentity } from '@/lib/storyboard/schema'
import { useEngineChoice } from './engine-choice'

interface EngineSelectProps {
  id: string
  kind: EngineKind
  /** Undefined while the studio has not said which engines there are. */
  view: EnginesView | undefined
  /** Empty for `none`. */
  value: EngineIdentity | ''
  /** The words for choosing none: what then holds. */
  none?: string
  onChange: (identity: EngineIdentity | '') => void
  className?: string
}

/** One engine of a kind, each with how it stands. One that is away can be chosen and is marked. */
export function EngineSelect({ id, kind, view, value, none, onChange, className }: EngineSelectProps) {
  const t = useTranslations('engine')
  const words = useEngineChoice(view)
  const known = (view?.engines ?? []).filter((engine) => engine.kind === kind)
  const isKnown = value === '' || known.some((engine) => engine.identity === value)
  return (
    <Select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={className}>
      {none === undefined ? null : <option value="">{none}</option>}
      {isKnown ? null : <option value={value}>{words(value) || t('gone', { name: value })}</option>}
      {known.map(({ identity }) => (
        <option key={identity} value={identity}>
          {words(identity)}
        </option>
      ))}
    </Select>
  )
}
