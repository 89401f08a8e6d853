'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { sceneFields, useField } from '@/components/editor/use-field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { type Scene, TRANSITIONS, type Transition } from '@/lib/storyboard/schema'

const LONGEST_MS = 3_000
const STEP_MS = 100
/** What a transition gets that had no length before. */
const USUAL_MS = 500

export function TransitionField({ scene, isLast }: { scene: Scene; isLast: boolean }) {
  const t = useTranslations('scene')
  const panel = useTranslations('panel')
  const format = useFormatter()
  const id = useId()
  const { value, set, type, onBlur } = useField<Transition>(sceneFields(scene), 'transition')
  const seconds = format.number(value.durationMs / 1000, { maximumFractionDigits: 1 })
  return (
    <div className="flex flex-col gap-2">
      <span id={id} className="text-soft text-xs">
        {isLast ? panel('filmEnd') : panel('intoNext')}
      </span>
      <SegmentedControl
        labelledBy={id}
        value={value.kind}
        segments={TRANSITIONS.map((kind) => ({ value: kind, label: panel(`transition.${kind}`) }))}
        onChange={(kind) =>
          set({ kind, durationMs: kind === 'cut' ? 0 : Math.max(value.durationMs, USUAL_MS) })
        }
      />
      {value.kind === 'cut' ? null : (
        <label className="flex items-center gap-3">
          <span className="sr-only">{panel('transitionLength')}</span>
          <input
            type="range"
            min={STEP_MS}
            max={LONGEST_MS}
            step={STEP_MS}
            value={Math.min(LONGEST_MS, Math.max(STEP_MS, value.durationMs))}
            aria-valuetext={t('seconds', { seconds: value.durationMs / 1000 })}
            onChange={(event) => type({ ...value, durationMs: Number(event.target.value) })}
            onBlur={onBlur}
            className="h-6 min-w-0 flex-1 accent-ink"
          />
          <span className="numeric w-12 text-right text-sm">{panel('s', { seconds })}</span>
        </label>
      )}
    </div>
  )
}
