'use client'

/** Panel: everything about the chosen scene, the cast, the film, to read and to change. */
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useChosenScene } from '@/components/editor/chosen-scene'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { useCommands } from '@/components/palette/use-commands'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { CastTab } from './cast-tab'
import { FilmTab } from './film-tab'
import { SceneTab } from './scene-tab'

const TABS = ['scene', 'cast', 'film', 'story'] as const
type Tab = (typeof TABS)[number]

/** `onListen`: something else on the page may be playing. */
export function Panel({ onListen }: { onListen: () => void }) {
  const t = useTranslations('panel')
  const id = useId()
  const { mayEdit } = useEditor()
  const { view, board } = usePlanned()
  const scene = useChosenScene()
  const [tab, setTab] = useState<Tab>('scene')
  useCommands(TABS.map((value) => ({ id: `view.${value}Tab` as const, run: () => setTab(value) })))
  return (
    <div className="flex flex-col gap-4">
      <span id={id} className="sr-only">
        {t('label')}
      </span>
      <SegmentedControl
        labelledBy={id}
        value={tab}
        segments={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={setTab}
      />
      {mayEdit || tab === 'story' ? null : <p className="text-soft text-sm">{t('lookOnly')}</p>}
      {tab === 'scene' && scene ? (
        <SceneTab scene={scene} onCast={() => setTab('cast')} onListen={onListen} />
      ) : null}
      {tab === 'cast' ? <CastTab /> : null}
      {tab === 'film' ? <FilmTab /> : null}
      {tab === 'story' ? (
        <p lang={board.language} className="prose-story whitespace-pre-line">
          {view.story}
        </p>
      ) : null}
    </div>
  )
}
