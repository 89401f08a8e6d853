'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useId } from 'react'
import { Changeable } from '@/components/editor/changeable'
import { useBoardText } from '@/components/editor/editor-context'
import { settingsFields, useField } from '@/components/editor/use-field'
import { Switch } from '@/components/ui/switch'
import type { Operation } from '@/lib/storyboard/operations'
import { LIMITS, type Storyboard } from '@/lib/storyboard/schema'
import { FilmEngines } from './film-engines'
import { PaletteField } from './palette-field'
import { Section } from './section'
import { SeedPolicyField } from './seed-policy'
import { StyleField } from './style-field'
import { TextField } from './text-field'
import { Touches } from './touches'
import { FilmVoice } from './voice-field'

const styleChange = (board: Storyboard): Operation => {
  const before = board.settings.style.prompt
  const value = `${before} `.slice(-(LIMITS.styleChars - 1))
  return { type: 'settings.update', edits: [{ field: 'style.prompt', value, before }] }
}

/** What holds for the whole film. */
export function FilmTab() {
  const t = useTranslations('panel')
  const { settings } = useBoardText()
  const owner = settingsFields(settings)
  const music = useField<boolean>(owner, 'music.on')
  const subtitles = useField<boolean>(owner, 'subtitles')
  const id = useId()
  const change = useCallback(styleChange, [])
  return (
    <div className="flex flex-col gap-4">
      <Section name="style" title={t('section.style')}>
        <Changeable>
          <StyleField settings={settings} />
          <PaletteField settings={settings} />
        </Changeable>
        <TextField
          field={useField<string>(owner, 'style.prompt')}
          name="style"
          label={t('styleWords')}
          max={LIMITS.styleChars}
        />
        <Touches change={change} none={t('touchesNone')} />
      </Section>
      <Section name="filmVoice" title={t('section.voice')}>
        <Changeable>
          <FilmVoice settings={settings} />
        </Changeable>
      </Section>
      <Section name="engines" title={t('section.engines')}>
        <Changeable>
          <FilmEngines />
          <SeedPolicyField />
        </Changeable>
      </Section>
      <Section name="extras" title={t('section.extras')}>
        <Changeable>
          <Switch id={`${id}-music`} label={t('music')} checked={music.value} onChange={music.set} />
          <Switch
            id={`${id}-subtitles`}
            label={t('subtitles')}
            checked={subtitles.value}
            onChange={subtitles.set}
          />
        </Changeable>
        <p className="numeric text-soft text-sm">
          {t('filmSize', { width: settings.film.width, height: settings.film.height })}
        </p>
      </Section>
    </div>
  )
}
