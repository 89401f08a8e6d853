'use client'

import { useTranslations } from 'next-intl'
import { Changeable } from '@/components/editor/changeable'
import { useBoardText, usePlanned, useSceneText } from '@/components/editor/editor-context'
import { sceneFields, useField } from '@/components/editor/use-field'
import { useLengthWords } from '@/components/i18n/use-words'
import type { BoardScene } from '@/components/scene/board'
import { timecode } from '@/lib/base/timecode'
import { LIMITS, type Scene, SLOTS } from '@/lib/storyboard/schema'
import { CameraField } from './camera-field'
import { CastField } from './cast-field'
import { EngineLine } from './engine-line'
import { LengthField } from './length-field'
import { MusicField } from './music-field'
import { PromptPicture } from './prompt-picture'
import { Section } from './section'
import { SeedLine } from './seed-line'
import { SlotLines } from './slot-lines'
import { TextField } from './text-field'
import { TransitionField } from './transition-field'
import { useSceneEngines } from './use-abilities'
import { SceneVoice } from './voice-field'

interface SceneTabProps {
  scene: BoardScene
  onCast: () => void
  onListen: () => void
}

/** Everything about one scene; each change is saved as it is made. */
export function SceneTab({ scene, onCast, onListen }: SceneTabProps) {
  const text = useSceneText(scene.id)
  // Gone a moment ago, by somebody else's hand: the next scene is chosen already.
  if (!text) return null
  return <SceneForm key={scene.id} scene={scene} text={text} onCast={onCast} onListen={onListen} />
}

function SceneForm({ scene, text, onCast, onListen }: SceneTabProps & { text: Scene }) {
  const t = useTranslations('panel')
  const fact = useTranslations('scene')
  const length = useLengthWords()
  const { language, settings } = useBoardText()
  const { scenes } = usePlanned()
  const owner = sceneFields(text)
  const narration = useField<string>(owner, 'narration')
  const negative = useField<string>(owner, 'negativePrompt')
  const { takes } = useSceneEngines(text)
  const { startMs, durationMs, fallback } = scene.state
  return (
    <div className="flex flex-col gap-4">
      <p className="numeric text-soft text-sm">
        {fact('position', { number: scene.number, start: timecode(startMs), length: length(durationMs) })}
      </p>
      <TextField
        field={useField<string>(owner, 'title')}
        name="title"
        label={t('title')}
        kind="line"
        lang={language}
        max={LIMITS.titleChars}
        placeholder={fact('untitled', { number: scene.number })}
      />
      <TextField
        field={narration}
        name="narration"
        label={t('narration')}
        kind="prose"
        lang={language}
        max={LIMITS.narrationChars}
        placeholder={narration.readOnly ? fact('silent') : t('silentHint')}
      />
      {fallback ? (
        <p className="border-stale border-l-2 pl-3 text-sm">{fact('fallback', { reason: fallback })}</p>
      ) : null}
      <Section name="made" title={t('section.made')}>
        <SlotLines scene={scene} onListen={onListen} />
      </Section>
      <Section name="picture" title={t('section.picture')}>
        <PromptPicture scene={text} />
        <TextField
          field={useField<string>(owner, 'prompt')}
          name="prompt"
          label={t('prompt')}
          max={LIMITS.promptChars}
        />
        <CastField scene={text} onCast={onCast} />
        {(takes('frame', 'negativePrompt') && !negative.readOnly) || text.negativePrompt ? (
          <TextField
            field={negative}
            name="negativePrompt"
            label={
              takes('frame', 'negativePrompt')
                ? t('negativePrompt')
                : t('unusedField', { label: t('negativePrompt'), why: t('notUsed') })
            }
            max={LIMITS.promptChars}
          />
        ) : null}
      </Section>
      <Section name="camera" title={t('section.camera')}>
        <Changeable>
          <CameraField scene={text} />
          <TransitionField scene={text} isLast={scene.number === scenes.length} />
          <LengthField text={text} scene={scene} />
        </Changeable>
      </Section>
      <Section name="sound" title={t('section.sound')}>
        <Changeable>
          <SceneVoice scene={text} settings={settings} />
        </Changeable>
        <MusicField scene={text} />
      </Section>
      <Section name="engines" title={t('section.engines')}>
        <Changeable>
          {SLOTS.map((slot) => (
            <EngineLine key={slot} scene={text} slot={slot} />
          ))}
        </Changeable>
      </Section>
      <Section name="seeds" title={t('section.seeds')}>
        <p className="text-soft text-sm">{t('seedsWhy')}</p>
        <Changeable>
          {SLOTS.map((slot) => (
            <SeedLine key={slot} scene={text} slot={slot} />
          ))}
        </Changeable>
      </Section>
    </div>
  )
}
