'use client'

import { useLocale, useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { FieldError } from '@/components/ui/field'
import { LIMITS } from '@/lib/storyboard/schema'
import { STYLES } from '@/lib/storyboard/styles'
import type { StoryDraft } from './draft'
import { StyleSwatch } from './style-swatch'

interface StyleChoiceProps {
  draft: StoryDraft
  pictures: Record<string, string>
  error: string | undefined
  onChange: (change: Partial<StoryDraft>) => void
}

const CUSTOM = { id: 'custom' } as const

/** The shipped styles as small pictures, and one's own words. */
export function StyleChoice({ draft, pictures, error, onChange }: StyleChoiceProps) {
  const t = useTranslations('sheet')
  const locale = useLocale()
  const choices = [
    ...STYLES.map((style) => ({ id: style.id, name: style.name[locale] })),
    { ...CUSTOM, name: t('ownStyle') },
  ]
  return (
    <div className="flex flex-col gap-2">
      <span id="style-label" className="text-soft text-xs">
        {t('style')}
      </span>
      <RadioGroup.Root
        aria-labelledby="style-label"
        value={draft.styleId}
        onValueChange={(styleId) => onChange({ styleId })}
        className="-m-1 grid auto-cols-[6.5rem] grid-flow-col gap-2 overflow-x-auto p-1 lg:auto-cols-fr"
      >
        {choices.map(({ id, name }) => (
          <RadioGroup.Item
            key={id}
            value={id}
            className="group flex min-w-0 flex-col gap-1 rounded text-left"
          >
            <span className="block w-full overflow-hidden rounded border border-line outline-2 outline-transparent transition-[outline-color] group-hover:border-edge group-data-[state=checked]:border-ink group-data-[state=checked]:outline group-data-[state=checked]:outline-ink">
              {id === CUSTOM.id ? (
                <span
                  aria-hidden="true"
                  className="flex aspect-video items-center justify-center bg-paper font-serif text-lg text-soft italic"
                >
                  Aa
                </span>
              ) : (
                <StyleSwatch id={id} picture={pictures[id]} />
              )}
            </span>
            <span className="w-full truncate text-soft text-xs group-data-[state=checked]:text-ink">
              {name}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {draft.styleId === CUSTOM.id ? (
        <input
          aria-label={t('styleWords')}
          placeholder={t('styleWordsHint')}
          value={draft.styleWords}
          maxLength={LIMITS.styleChars}
          onChange={(event) => onChange({ styleWords: event.target.value })}
          className="h-9 w-full animate-rise rounded border border-line bg-paper px-3 placeholder:text-soft hover:border-edge pointer-coarse:h-11"
        />
      ) : null}
      {error ? <FieldError id="style-error">{error}</FieldError> : null}
    </div>
  )
}
