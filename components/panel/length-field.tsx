'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { sceneFields, useField } from '@/components/editor/use-field'
import type { BoardScene } from '@/components/scene/board'
import { FieldError } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { LIMITS, type Scene } from '@/lib/storyboard/schema'

/** As long as its words need, or a length of one's own, which never cuts the words. */
export function LengthField({ text, scene }: { text: Scene; scene: BoardScene }) {
  const t = useTranslations('panel')
  const format = useFormatter()
  const id = useId()
  const { value, set, type, problem, onBlur } = useField<number | null>(sceneFields(text), 'durationMs')
  const seconds = (ms: number) => t('s', { seconds: format.number(ms / 1000, { maximumFractionDigits: 1 }) })
  const { durationMs } = scene.state
  // Sound packets round a wish by less than this.
  const isShort = value !== null && durationMs > value + 60
  return (
    <div className="flex flex-col gap-2">
      <span id={id} className="text-soft text-xs">
        {t('length')}
      </span>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SegmentedControl
          labelledBy={id}
          value={value === null ? 'words' : 'fixed'}
          segments={[
            { value: 'words', label: t('asWords') },
            { value: 'fixed', label: t('fixed') },
          ]}
          onChange={(kind) =>
            set(kind === 'words' ? null : Math.max(200, Math.round(durationMs / 100) * 100))
          }
        />
        {value === null ? (
          <span className="numeric text-soft text-sm">{seconds(durationMs)}</span>
        ) : (
          <span className="numeric flex items-center gap-1.5">
            <input
              type="number"
              aria-label={t('lengthSeconds')}
              min={0.2}
              max={LIMITS.sceneMs / 1000}
              step={0.1}
              value={value / 1000}
              onChange={(event) => {
                const next = Math.round(event.target.valueAsNumber * 1000)
                if (Number.isFinite(next)) type(next)
              }}
              onBlur={onBlur}
              className="h-9 w-20 rounded border border-line bg-paper px-2 hover:border-edge"
            />
            {t('unit')}
          </span>
        )}
      </div>
      {isShort ? (
        <p className="text-soft text-sm">{t('wordsNeed', { length: seconds(durationMs) })}</p>
      ) : null}
      {problem ? <FieldError id={`${id}-error`}>{t('unsaved', { problem })}</FieldError> : null}
    </div>
  )
}
