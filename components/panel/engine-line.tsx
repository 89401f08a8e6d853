'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useBoardText } from '@/components/editor/editor-context'
import { sceneFields, settingsFields, useField } from '@/components/editor/use-field'
import { stateIn, useEngineChoice } from '@/components/engine/engine-choice'
import { EngineSelect } from '@/components/engine/engine-select'
import { EngineState } from '@/components/engine/engine-state'
import { useEngines } from '@/components/engine/get-engines'
import { engineOf } from '@/lib/plan/recipes'
import type { Scene, Slot } from '@/lib/storyboard/schema'

/** Which engine makes a slot of this scene: the film's, or another that the studio has. */
export function EngineLine({ scene, slot }: { scene: Scene; slot: Slot }) {
  const t = useTranslations('panel')
  const { data: view } = useEngines()
  const words = useEngineChoice(view)
  const { settings } = useBoardText()
  const { value, set } = useField<string | null>(sceneFields(scene), `engines.${slot}`)
  return (
    <Line
      slot={slot}
      value={value ?? ''}
      none={t('engineOfFilm', { name: words(settings.engines[slot]) })}
      made={engineOf(scene, slot, settings)}
      onChange={(identity) => set(identity || null)}
    />
  )
}

/** Which engine makes a slot of every scene that names none of its own. */
export function FilmEngineLine({ slot }: { slot: Slot }) {
  const { settings } = useBoardText()
  const { value, set } = useField<string>(settingsFields(settings), `engines.${slot}`)
  return <Line slot={slot} value={value} made={value} onChange={set} />
}

interface LineProps {
  slot: Slot
  value: string
  none?: string
  /** The engine that it comes to. */
  made: string
  onChange: (identity: string) => void
}

/** An engine that is away is marked beside its name, which may be too long to show how it stands. */
function Line({ slot, value, none, made, onChange }: LineProps) {
  const name = useTranslations('scene.slot')
  const id = useId()
  const { data: view } = useEngines()
  const state = stateIn(view, made)
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {name(slot)}
      </label>
      <EngineSelect
        id={id}
        kind={slot}
        view={view}
        value={value}
        {...(none === undefined ? {} : { none })}
        onChange={onChange}
        className="w-52"
      />
      {view && state !== 'ready' ? (
        <span className="flex w-full justify-end">
          <EngineState state={state} />
        </span>
      ) : null}
    </div>
  )
}
