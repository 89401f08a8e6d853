'use client'

import { Sparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { useBoard } from '@/components/board/board-context'
import { useBoardText } from '@/components/editor/editor-context'
import { settingsFields, useField } from '@/components/editor/use-field'
import { Button } from '@/components/ui/button'
import { REFERENCE_STRENGTH, SLOTS } from '@/lib/storyboard/schema'
import { FilmEngineLine } from './engine-line'
import { NumberLine } from './number-line'
import { useFilmAbilities } from './use-abilities'

/** The engines of the film, and of what they take only what they take. */
export function FilmEngines() {
  const t = useTranslations('panel')
  const board = useBoard()
  const { settings } = useBoardText()
  const owner = settingsFields(settings)
  const abilities = useFilmAbilities()
  const steps = useField<number | null>(owner, 'frame.steps')
  const guidance = useField<number | null>(owner, 'frame.guidance')
  const fps = useField<number | null>(owner, 'clip.fps')
  const strength = useField<number>(owner, 'frame.referenceStrength')
  const picture = abilities('frame')
  const clip = abilities('clip')?.clip
  return (
    <>
      {SLOTS.map((slot) => (
        <FilmEngineLine key={slot} slot={slot} />
      ))}
      {picture?.steps ? (
        <NumberLine
          label={t('steps')}
          field={steps}
          min={picture.steps.min}
          max={Math.min(100, picture.steps.max)}
          usual={picture.steps.usual}
        />
      ) : null}
      {picture?.guidance ? (
        <NumberLine label={t('guidance')} field={guidance} min={0} max={30} step={0.5} usual={null} />
      ) : null}
      {picture?.reference ? (
        <NumberLine
          label={t('referenceStrength')}
          field={{ ...strength, type: (value) => strength.type(value ?? REFERENCE_STRENGTH) }}
          min={0.05}
          max={1}
          step={0.05}
          usual={null}
        />
      ) : null}
      {clip ? (
        <>
          <NumberLine label={t('fps')} field={fps} min={1} max={60} usual={clip.fps} />
          <p className="text-soft text-sm">
            {t('clipOfModel', { frames: clip.frames, fps: fps.value ?? clip.fps })}
          </p>
        </>
      ) : null}
      <May need="editor">
        <Button size="sm" onClick={board.upgrade} className="self-start pointer-coarse:h-11">
          <Sparkles aria-hidden="true" className="size-3.5" />
          {t('upgrade')}
        </Button>
      </May>
    </>
  )
}
