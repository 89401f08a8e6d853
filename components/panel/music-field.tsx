'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Changeable } from '@/components/editor/changeable'
import { sceneFields, useField } from '@/components/editor/use-field'
import { cx } from '@/components/ui/class-names'
import { moodOf } from '@/lib/storyboard/mood'
import { LIMITS, MOODS, type Scene } from '@/lib/storyboard/schema'
import { TextField } from './text-field'

/** Free words for the music, and the mood they are heard as; a mood puts its own word first. */
export function MusicField({ scene }: { scene: Scene }) {
  const t = useTranslations('panel')
  const mood = useTranslations('timeline.mood')
  const id = useId()
  const field = useField<string>(sceneFields(scene), 'bgm')
  const heard = moodOf(field.value)
  const choose = (name: (typeof MOODS)[number]) => {
    const rest = MOODS.reduce(
      (text, known) => text.replace(new RegExp(`^${known}\\b,?\\s*`), ''),
      field.value,
    )
    field.set([name, rest].filter(Boolean).join(', ').slice(0, LIMITS.titleChars))
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField field={field} name="bgm" label={t('bgm')} max={LIMITS.titleChars} />
      <span id={id} className="sr-only">
        {t('mood')}
      </span>
      <Changeable>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like this everywhere. */}
        <div role="group" aria-labelledby={id} className="flex flex-wrap gap-1">
          {MOODS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === heard}
              onClick={() => choose(name)}
              className={cx(
                'h-7 rounded-full border px-2.5 text-xs pointer-coarse:h-11',
                name === heard ? 'border-ink text-ink' : 'border-line text-soft hover:border-edge',
              )}
            >
              {mood(name)}
            </button>
          ))}
        </div>
      </Changeable>
    </div>
  )
}
