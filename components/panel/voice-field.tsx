'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { useVoices } from '@/components/desk/list-voices'
import { sceneFields, settingsFields, useField } from '@/components/editor/use-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Scene, Settings } from '@/lib/storyboard/schema'
import { useFilmAbilities, useSceneEngines } from './use-abilities'

const AS_FILM = ''

/** A scene's own voice and speed, or the film's. */
export function SceneVoice({ scene, settings }: { scene: Scene; settings: Settings }) {
  const { identityOf, takes } = useSceneEngines(scene)
  const t = useTranslations('panel')
  const voice = useField<string | null>(sceneFields(scene), 'voice')
  const speed = useField<number | null>(sceneFields(scene), 'speed')
  return (
    <div className="flex flex-col gap-3">
      <VoiceSelect
        label={t('voice')}
        engine={identityOf('narration')}
        value={voice.value ?? AS_FILM}
        asFilm={t('asFilm')}
        onChange={(id) => voice.set(id === AS_FILM ? null : id)}
      />
      {takes('narration', 'speed') ? (
        <SpeedRange
          value={speed.value ?? settings.voice.speed}
          onChange={(next) => speed.type(next === settings.voice.speed ? null : next)}
          onBlur={speed.onBlur}
        />
      ) : null}
    </div>
  )
}

/** The voice and speed of every scene that has none of its own. */
export function FilmVoice({ settings }: { settings: Settings }) {
  const t = useTranslations('panel')
  const engine = settings.engines.narration
  const abilities = useFilmAbilities()('narration')
  const voice = useField<string>(settingsFields(settings), 'voice.id')
  const speed = useField<number>(settingsFields(settings), 'voice.speed')
  return (
    <div className="flex flex-col gap-3">
      <VoiceSelect
        label={t('voice')}
        engine={engine}
        value={voice.value}
        asFilm={null}
        onChange={voice.set}
      />
      {abilities === null || abilities.speed ? (
        <SpeedRange value={speed.value} onChange={speed.type} onBlur={speed.onBlur} />
      ) : null}
    </div>
  )
}

interface VoiceSelectProps {
  label: string
  /** Whose voices there are to choose from. */
  engine: string
  value: string
  /** The words for "as the film"; null where this is the film's own. */
  asFilm: string | null
  onChange: (id: string) => void
}

function VoiceSelect({ label, engine, value, asFilm, onChange }: VoiceSelectProps) {
  const t = useTranslations('sheet')
  const id = useId()
  const voices = (useVoices().data?.voices ?? []).filter(
    (voice) => voice.id !== 'default' && voice.engine === engine,
  )
  const isKnown = value === AS_FILM || value === 'default' || voices.some((voice) => voice.id === value)
  return (
    <Field id={id} label={label}>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)} className="w-full">
        {asFilm === null ? null : <option value={AS_FILM}>{asFilm}</option>}
        <option value="default">{t('defaultVoice')}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {voices.map((voice) => (
          <option key={voice.id} value={voice.id}>
            {voice.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

interface SpeedRangeProps {
  value: number
  onChange: (speed: number) => void
  onBlur: () => void
}

function SpeedRange({ value, onChange, onBlur }: SpeedRangeProps) {
  const t = useTranslations('panel')
  const format = useFormatter()
  const id = useId()
  const words = t('times', { factor: format.number(value, { maximumFractionDigits: 2 }) })
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-soft text-xs">
        {t('speed')}
      </label>
      <span className="flex items-center gap-3">
        <input
          id={id}
          type="range"
          min={0.5}
          max={2}
          step={0.05}
          value={value}
          aria-valuetext={words}
          onChange={(event) => onChange(Number(event.target.value))}
          onBlur={onBlur}
          className="h-6 min-w-0 flex-1 accent-ink"
        />
        <span className="numeric w-12 text-right text-sm">{words}</span>
      </span>
    </div>
  )
}
