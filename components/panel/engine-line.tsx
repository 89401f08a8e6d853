'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useBoardText, usePlanned } from '@/components/editor/editor-context'
import { sceneFields, useField } from '@/components/editor/use-field'
import { useEngineWords } from '@/components/scene/engine-words'
import { Select } from '@/components/ui/select'
import type { Scene, Slot } from '@/lib/storyboard/schema'

const AS_FILM = ''

/** Which engine makes a slot of this scene: the film's, or another that the studio has. */
export function EngineLine({ scene, slot }: { scene: Scene; slot: Slot }) {
  const t = useTranslations('panel')
  const name = useTranslations('scene.slot')
  const words = useEngineWords()
  const id = useId()
  const { workspace } = usePlanned()
  const { settings } = useBoardText()
  const { value, set } = useField<string | null>(sceneFields(scene), `engines.${slot}`)
  const film = settings.engines[slot]
  const choices = [...new Set([...workspace.engines[slot], ...(value ? [value] : [])])]
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {name(slot)}
      </label>
      <Select
        id={id}
        value={value ?? AS_FILM}
        onChange={(event) => set(event.target.value === AS_FILM ? null : event.target.value)}
        className="w-48"
      >
        <option value={AS_FILM}>{t('engineOfFilm', { name: words(film) ?? film })}</option>
        {choices.map((identity) => (
          <option key={identity} value={identity}>
            {`${words(identity) ?? identity} · ${identity.split('/')[1] ?? identity}`}
          </option>
        ))}
      </Select>
    </div>
  )
}
