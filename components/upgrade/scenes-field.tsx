'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { FieldGroup } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Storyboard } from '@/lib/storyboard/schema'

export interface UpgradeScope {
  kind: 'all' | 'selected' | 'range'
  /** Scene numbers from 1, of a range; both are in it. */
  from?: number
  to?: number
}

/** Null: the whole film. */
export function scenesOf(
  { scenes }: Storyboard,
  { kind, from = 1, to = scenes.length }: UpgradeScope,
  selected: ReadonlySet<string>,
): string[] | null {
  if (kind === 'all') return null
  const chosen = scenes.filter((scene, i) =>
    kind === 'selected' ? selected.has(scene.id) : from <= i + 1 && i + 1 <= to,
  )
  return chosen.map((scene) => scene.id)
}

interface ScenesFieldProps {
  scope: UpgradeScope
  onScope: (scope: UpgradeScope) => void
  /** Of all scenes. */
  count: number
  selected: number
}

/** All scenes, those selected on the board, or from one number to another. */
export function ScenesField({ scope, onScope, count, selected }: ScenesFieldProps) {
  const t = useTranslations('upgrade')
  const id = useId()
  const kinds = ['all', ...(selected > 1 ? (['selected'] as const) : []), 'range'] as const
  const { from = 1, to = count } = scope
  const number = (label: string, value: number, change: (value: number) => UpgradeScope) => (
    <input
      type="number"
      aria-label={label}
      min={1}
      max={count}
      value={value}
      onChange={(event) => {
        const next = event.target.valueAsNumber
        if (Number.isFinite(next)) onScope(change(Math.min(count, Math.max(1, Math.round(next)))))
      }}
      className="numeric h-9 w-16 rounded border border-line bg-paper px-2 hover:border-edge"
    />
  )
  return (
    <FieldGroup id={id} label={t('scenes')}>
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          labelledBy={id}
          value={scope.kind}
          segments={kinds.map((value) => ({
            value,
            label: value === 'selected' ? t('selected', { count: selected }) : t(value),
          }))}
          onChange={(kind) => onScope({ kind, from, to })}
        />
        {scope.kind === 'range' ? (
          <span className="flex items-center gap-2">
            {number(t('from'), from, (next) => ({ kind: 'range', from: next, to: Math.max(next, to) }))}
            <span aria-hidden="true">–</span>
            {number(t('to'), to, (next) => ({ kind: 'range', from: Math.min(next, from), to: next }))}
          </span>
        ) : null}
      </div>
    </FieldGroup>
  )
}
