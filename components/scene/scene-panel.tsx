'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timecode } from '@/components/i18n/duration'
import { useLengthWords } from '@/components/i18n/use-words'
import type { Size, Storyboard } from '@/lib/storyboard/schema'
import { SLOTS } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'
import { NarrationButton } from './narration-button'
import { ScenePicture } from './scene-picture'
import { SlotLine } from './slot-line'

interface ScenePanelProps {
  projectId: string
  storyboard: Storyboard
  scene: BoardScene
  size: Size
  /** The stage shows the film, so the panel shows the picture. */
  withPicture: boolean
  /** Something else may be playing. */
  onListen: () => void
}

/** Everything about one scene, to read. */
export function ScenePanel({ projectId, storyboard, scene, size, withPicture, onListen }: ScenePanelProps) {
  const t = useTranslations('scene')
  const length = useLengthWords()
  const { text, state } = scene
  const cast = storyboard.cast.filter((member) => text.cast.includes(member.id))
  const spoken = state.slots.narration.url
  const { kind, durationMs } = text.transition
  return (
    <div className="flex flex-col gap-5">
      {withPicture ? (
        <div className="w-full" style={{ maxWidth: `calc(20rem * ${size.width / size.height})` }}>
          <ScenePicture
            projectId={projectId}
            scene={scene}
            size={size}
            className="rounded border border-line"
          />
        </div>
      ) : null}
      <header>
        <p className="numeric text-soft text-sm">
          {t('position', {
            number: scene.number,
            start: timecode(state.startMs),
            length: length(state.durationMs),
          })}
        </p>
        <h2 lang={storyboard.language} className="font-serif text-lg">
          {text.title || t('untitled', { number: scene.number })}
        </h2>
      </header>
      <div className="flex flex-col gap-3">
        <p lang={storyboard.language} className="prose-story">
          {text.narration || <span className="text-soft">{t('silent')}</span>}
        </p>
        {spoken ? <NarrationButton key={spoken} url={spoken} onStart={onListen} /> : null}
      </div>
      {state.fallback ? (
        <p className="border-stale border-l-2 pl-3 text-sm">{t('fallback', { reason: state.fallback })}</p>
      ) : null}
      <dl className="flex flex-col gap-3 border-line border-t pt-4">
        <Fact name={t('field.prompt')}>{text.prompt || t('none')}</Fact>
        {cast.length > 0 ? (
          <Fact name={t('field.cast')}>
            {cast.map((member) => (
              <span key={member.id} className="block">
                {member.name}
                {member.description ? <span className="text-soft"> · {member.description}</span> : null}
              </span>
            ))}
          </Fact>
        ) : null}
        <Fact name={t('field.camera')}>{t(`cameraMove.${text.camera}`)}</Fact>
        <Fact name={t('field.transition')}>
          {t(`transitionKind.${kind}`)}
          {kind === 'cut' ? null : (
            <span className="numeric text-soft"> · {t('seconds', { seconds: durationMs / 1000 })}</span>
          )}
        </Fact>
        {text.bgm ? <Fact name={t('field.music')}>{text.bgm}</Fact> : null}
      </dl>
      <ul className="flex flex-col border-line border-t pt-2">
        {SLOTS.map((slot) => (
          <SlotLine
            key={slot}
            slot={slot}
            view={state.slots[slot]}
            silent={slot === 'narration' && !text.narration}
          />
        ))}
      </ul>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
