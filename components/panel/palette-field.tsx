'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { settingsFields, useField } from '@/components/editor/use-field'
import { cx } from '@/components/ui/class-names'
import type { Settings } from '@/lib/storyboard/schema'
import { findPalette, PALETTES, withPalette } from '@/lib/storyboard/styles'

/** The colours of the film in a word, which becomes part of the style's words. */
export function PaletteField({ settings }: { settings: Settings }) {
  const t = useTranslations('panel')
  const id = useId()
  const { value, set } = useField<string>(settingsFields(settings), 'style.prompt')
  const chosen = findPalette(value)
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-soft text-xs">
        {t('palette')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like this everywhere. */}
      <div role="group" aria-labelledby={id} className="flex flex-wrap gap-1">
        {PALETTES.map((palette) => (
          <button
            key={palette.id}
            type="button"
            aria-pressed={palette.id === chosen}
            onClick={() => set(withPalette(value, palette.id === chosen ? null : palette.id))}
            className={cx(
              'h-7 rounded-full border px-2.5 text-xs pointer-coarse:h-11',
              palette.id === chosen ? 'border-ink text-ink' : 'border-line text-soft hover:border-edge',
            )}
          >
            {t(`colours.${palette.id}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
