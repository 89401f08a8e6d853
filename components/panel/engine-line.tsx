'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useBoardText } from '@/components/editor/editor-context'
import { sceneFields, settingsFields, useField } from '@/components/editor/use-field'
import { useEngineChoice } from '@/components/engine/engine-choice'
import { EngineSelect } from '@/components/engine/engine-select'
import { useEngines } from '@/components/engine/get-engines'
import type { Scene, Slot } from '@/lib/storyboard/schema'

/** Which engine makes a slot of this scene: the film's, or another that the studio has. */
export function EngineLine({ scene, slot }: { scene: Scene; slot: Slot }) {
  const t = useTranslations('panel')
  const name = useTranslations('scene.slot')
  const id = useId()
  const { data: view } = useEngines()
  const words = useEngineChoice(view)
  const { settings } = useBoardText()
  const { value, set } = useField<string | null>(sceneFields(scene), `engines.${slot}`)
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {name(slot)}
      </label>
      <EngineSelect
        id={id}
        kind={slot}
        view={view}
        value={value ?? ''}
        none={t('engineOfFilm', { name: words(settings.engines[slot]) })}
        onChange={(identity) => set(identity || null)}
        className="w-52"
      />
    </div>
  )
}

/** Which engine makes a slot of every scene that names none of its own. */
export function FilmEngineLine({ slot }: { slot: Slot }) {
  const name = useTranslations('scene.slot')
  const id = useId()
  const { data: view } = useEngines()
  const { settings } = useBoardText()
  const { value, set } = useField<string>(settingsFields(settings), `engines.${slot}`)
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {name(slot)}
      </label>
      <EngineSelect id={id} kind={slot} view={view} value={value} onChange={set} className="w-52" />
    </div>
  )
}
