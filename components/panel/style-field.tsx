'use client'

import { useLocale, useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import { StyleSwatch } from '@/components/desk/style-swatch'
import { useEditor } from '@/components/editor/editor-context'
import type { Settings } from '@/lib/storyboard/schema'
import { findStyle, STYLES } from '@/lib/storyboard/styles'

/** The styles the studio ships, by their sample pictures; one's own words make it one's own style. */
export function StyleField({ settings }: { settings: Settings }) {
  const t = useTranslations('panel')
  const locale = useLocale()
  const id = useId()
  const { edit } = useEditor()
  const { style } = settings
  const shipped = findStyle(style.id)
  const choose = (next: string) => {
    const found = findStyle(next)
    if (!found) return
    edit({
      type: 'settings.update',
      edits: [
        { field: 'style.id', value: found.id, before: style.id },
        { field: 'style.prompt', value: found.prompt, before: style.prompt },
      ],
    })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-soft text-xs">
        {t('style')}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={shipped?.prompt === style.prompt ? style.id : ''}
        onValueChange={choose}
        className="grid grid-cols-4 gap-2"
      >
        {STYLES.map(({ id: value, name }) => (
          <RadioGroup.Item
            key={value}
            value={value}
            className="group flex min-w-0 flex-col gap-1 rounded text-left"
          >
            <span className="block w-full overflow-hidden rounded border border-line group-hover:border-edge group-data-[state=checked]:border-ink group-data-[state=checked]:outline group-data-[state=checked]:outline-ink">
              <StyleSwatch id={value} picture={`/styles/${value}.jpg`} />
            </span>
            <span className="w-full truncate text-soft text-xs group-data-[state=checked]:text-ink">
              {name[locale]}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
