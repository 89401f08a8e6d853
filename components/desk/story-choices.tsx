'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEngines } from '@/components/engine/get-engines'
import { Field, FieldGroup } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { FORMATS, type Format } from '@/lib/project/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import type { StoryDraft } from './draft'
import { useVoices, type Voice } from './list-voices'

interface StoryChoicesProps {
  draft: StoryDraft
  errors: Partial<Record<string, string>>
  onChange: (change: Partial<StoryDraft>) => void
}

const SHAPES: Record<Format, string> = {
  '16:9': 'h-2.5 w-[1.125rem]',
  '9:16': 'h-4 w-2.5',
  '1:1': 'size-3.5',
}

/** Format, length, voice, music and subtitles: one line on a wide page. */
export function StoryChoices({ draft, errors, onChange }: StoryChoicesProps) {
  const t = useTranslations('sheet')
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <FieldGroup id="format-label" label={t('format')} error={errors.size}>
        <SegmentedControl
          labelledBy="format-label"
          value={draft.size}
          segments={FORMATS.map((value) => ({
            value,
            label: value,
            picture: (
              <span
                aria-hidden="true"
                className={`rounded-[2px] border-[1.5px] border-current ${SHAPES[value]}`}
              />
            ),
          }))}
          onChange={(size) => onChange({ size })}
        />
      </FieldGroup>
      <SceneCount draft={draft} error={errors.sceneCount} onChange={onChange} />
      <VoiceChoice draft={draft} error={errors.voice} onChange={onChange} />
      <FieldGroup id="sound-label" label={t('extras')}>
        <div className="flex gap-5">
          <Switch
            id="music"
            label={t('music')}
            checked={draft.music}
            onChange={(music) => onChange({ music })}
          />
          <Switch
            id="subtitles"
            label={t('subtitles')}
            checked={draft.subtitles}
            onChange={(subtitles) => onChange({ subtitles })}
          />
        </div>
      </FieldGroup>
    </div>
  )
}

interface ChoiceProps {
  draft: StoryDraft
  error: string | undefined
  onChange: (change: Partial<StoryDraft>) => void
}

function SceneCount({ draft, error, onChange }: ChoiceProps) {
  const t = useTranslations('sheet')
  const set = (text: string) => {
    const count = Number.parseInt(text, 10)
    onChange({ sceneCount: Number.isNaN(count) ? null : Math.min(LIMITS.scenes, Math.max(1, count)) })
  }
  return (
    <Field id="scene-count" label={t('scenes')} error={error} className="w-24">
      <input
        id="scene-count"
        inputMode="numeric"
        pattern="[0-9]*"
        placeholder={t('auto')}
        value={draft.sceneCount ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'scene-count-error' : undefined}
        onChange={(event) => set(event.target.value)}
        className="numeric h-9 w-full rounded border border-line bg-sheet px-3 placeholder:text-soft hover:border-edge pointer-coarse:h-11"
      />
    </Field>
  )
}

function VoiceChoice({ draft, error, onChange }: ChoiceProps) {
  const t = useTranslations('sheet')
  const { data } = useVoices()
  const speaking = useEngines().data?.defaults.narration
  // A film that is not there yet is spoken by the engine that new films start with.
  const voices = (data?.voices ?? []).filter(({ engine }) => engine === (speaking ?? engine))
  const known = draft.voice === 'default' || voices.some(({ id }) => id === draft.voice)
  return (
    <Field id="voice" label={t('voice')} error={error} className="w-56">
      <Select
        id="voice"
        value={draft.voice}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'voice-error' : undefined}
        onChange={(event) => onChange({ voice: event.target.value })}
        className="w-full"
      >
        <option value="default">{t('defaultVoice')}</option>
        {known ? null : <option value={draft.voice}>{draft.voice}</option>}
        {voices
          .filter(({ id }) => id !== 'default')
          .map((voice) => (
            <VoiceOption key={voice.id} voice={voice} />
          ))}
      </Select>
    </Field>
  )
}

/** With its languages when there are few: a voice that speaks many needs no list. */
function VoiceOption({ voice }: { voice: Voice }) {
  const locale = useLocale()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languages =
    voice.languages.length <= 2 ? voice.languages.map((tag) => names.of(tag) ?? tag).join(' / ') : ''
  return <option value={voice.id}>{[voice.name, languages].filter(Boolean).join(' · ')}</option>
}
