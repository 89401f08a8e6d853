'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { type AnimaticScene, speechStartMs } from '@/components/animatic/animatic'
import { useLengthWords } from '@/components/i18n/use-words'
import type { BoardScene } from '@/components/scene/board'
import { SceneSketch } from '@/components/scene/scene-sketch'
import { cx } from '@/components/ui/class-names'
import type { Size } from '@/lib/storyboard/schema'
import { pixelsOf } from './scale'
import { TransitionMark } from './transition-mark'
import { VoiceLane } from './voice-lane'

interface SceneBlockProps {
  scene: AnimaticScene
  board: BoardScene | undefined
  scale: number
  count: number
  /** Of the film. */
  size: Size
  chosen: boolean
  onChoose: (id: string) => void
}

/** A picture as long as its scene, its voice under it, its music at the bottom. */
export const SceneBlock = memo(function SceneBlock(props: SceneBlockProps) {
  const { scene, board, scale, count, size, chosen, onChoose } = props
  const t = useTranslations('timeline')
  const length = useLengthWords()
  const width = pixelsOf(scene.durationMs, scale)
  const url = board?.state.slots.frame.url
  const mood = scene.music?.score.mood
  return (
    <li
      aria-posinset={scene.number}
      aria-setsize={count}
      className="absolute inset-y-0"
      style={{ left: pixelsOf(scene.startMs, scale), width }}
    >
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        aria-label={t('scene', {
          number: scene.number,
          title: scene.title,
          length: length(scene.durationMs),
        })}
        onClick={() => onChoose(scene.id)}
        className={cx(
          'focus-visible:-outline-offset-2 absolute inset-x-px top-0 h-11 overflow-hidden rounded-sm border bg-mat bg-cover bg-center text-left',
          chosen ? 'border-ink ring-1 ring-ink' : 'border-line hover:border-edge',
        )}
        style={url ? { backgroundImage: `url(${JSON.stringify(url)})` } : {}}
      >
        {url || !board ? null : (
          <SceneSketch scene={board} size={size} alt="" className="absolute inset-0 size-full object-cover" />
        )}
        {width > 22 ? (
          <span className="numeric absolute top-0.5 left-0.5 rounded-sm bg-scrim px-1 text-on-stage text-xs leading-4">
            {scene.number}
          </span>
        ) : null}
      </button>
      <TransitionMark scene={scene} scale={scale} />
      <VoiceLane
        url={scene.speech?.url ?? null}
        left={pixelsOf(speechStartMs(scene), scale)}
        width={pixelsOf(scene.words?.speechMs ?? 0, scale)}
      />
      {mood ? (
        <span
          aria-hidden="true"
          title={t('music', { mood: t(`mood.${mood}`) })}
          className="absolute inset-x-px bottom-0.5 h-3 truncate rounded-sm bg-fold px-1 text-[0.625rem] text-ink leading-3"
        >
          {width > 44 ? t(`mood.${mood}`) : null}
        </span>
      ) : null}
    </li>
  )
})
