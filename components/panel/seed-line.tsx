'use client'

import { Dices } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { sceneFields, useField } from '@/components/editor/use-field'
import { IconButton } from '@/components/ui/icon-button'
import type { Scene, Slot } from '@/lib/storyboard/schema'
import { newSeed } from './seed'

/** The number that decides among all the pictures of the same words. */
export function SeedLine({ scene, slot }: { scene: Scene; slot: Slot }) {
  const t = useTranslations('panel')
  const name = useTranslations('scene.slot')
  const id = useId()
  const { value, set, type, onBlur } = useField<number>(sceneFields(scene), `seeds.${slot}`)
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {name(slot)}
      </label>
      <input
        id={id}
        inputMode="numeric"
        value={value}
        onChange={(event) => {
          const next = Number(event.target.value.replace(/\D/g, ''))
          if (next <= 0xffffffff) type(next)
        }}
        onBlur={onBlur}
        className="numeric h-8 w-32 rounded border border-line bg-paper px-2 hover:border-edge"
      />
      <IconButton words={t('dice')} onClick={() => set(newSeed())}>
        <Dices aria-hidden="true" className="size-4" />
      </IconButton>
    </div>
  )
}
