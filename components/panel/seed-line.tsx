'use client'

import { Dices, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { May } from '@/components/access/may'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { sceneFields, useField } from '@/components/editor/use-field'
import { IconButton } from '@/components/ui/icon-button'
import type { Scene, Slot } from '@/lib/storyboard/schema'
import { newSeed } from './seed'

/** The number that decides among all the pictures of the same words. */
export function SeedLine({ scene, slot }: { scene: Scene; slot: Slot }) {
  const { settings } = useBoardText()
  const isFixed = slot === 'frame' && settings.frame.seedPolicy === 'fixed'
  return isFixed && !scene.ownSeed ? (
    <FilmSeed scene={scene} seed={settings.frame.seed} />
  ) : (
    <OwnSeed scene={scene} slot={slot} isFixed={isFixed} />
  )
}

/** The film's one seed, until the scene takes one of its own. */
function FilmSeed({ scene, seed }: { scene: Scene; seed: number }) {
  const t = useTranslations('panel')
  const name = useTranslations('scene.slot')
  const { edit } = useEditor()
  const takeOwn = () =>
    edit({
      type: 'scene.update',
      sceneId: scene.id,
      edits: [
        { field: 'seeds.frame', value: newSeed(), before: scene.seeds.frame },
        { field: 'ownSeed', value: true, before: scene.ownSeed },
      ],
    })
  return (
    <div className="flex items-center gap-2 text-sm">
      <span className="flex-1 text-soft">{name('frame')}</span>
      <span className="numeric w-32 text-soft">{t('seedOfFilm', { seed: String(seed) })}</span>
      <May need="editor">
        <IconButton words={t('dice')} onClick={takeOwn}>
          <Dices aria-hidden="true" className="size-4" />
        </IconButton>
      </May>
    </div>
  )
}

function OwnSeed({ scene, slot, isFixed }: { scene: Scene; slot: Slot; isFixed: boolean }) {
  const t = useTranslations('panel')
  const name = useTranslations('scene.slot')
  const id = useId()
  const { value, set, type, onBlur } = useField<number>(sceneFields(scene), `seeds.${slot}`)
  const own = useField<boolean>(sceneFields(scene), 'ownSeed')
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
      <May need="editor">
        {isFixed ? (
          <IconButton words={t('seedAsFilm')} onClick={() => own.set(false)}>
            <Undo2 aria-hidden="true" className="size-4" />
          </IconButton>
        ) : null}
        <IconButton words={t('dice')} onClick={() => set(newSeed())}>
          <Dices aria-hidden="true" className="size-4" />
        </IconButton>
      </May>
    </div>
  )
}
