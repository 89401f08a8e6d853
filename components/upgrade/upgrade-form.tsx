'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { useVoices } from '@/components/desk/list-voices'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { isDraft } from '@/components/engine/engine-choice'
import { EngineSelect } from '@/components/engine/engine-select'
import { useEngines } from '@/components/engine/get-engines'
import { useStartTarget } from '@/components/project/start-target'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { Field, FieldGroup } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { useToast } from '@/components/ui/toast'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { previewUpgrade } from '@/lib/project/upgrade'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
import { ScenesField, scenesOf, type UpgradeScope } from './scenes-field'
import { UpgradeCost } from './upgrade-cost'

interface UpgradeFormProps {
  selected: ReadonlySet<string>
  onClose: () => void
}

/** The engine that most likely is meant: the first that is no draft and ready, else the film's own. */
const proposed = (view: EnginesView | undefined, slot: Slot, film: string): string => {
  const others = (view?.engines ?? []).filter(({ kind, identity }) => kind === slot && !isDraft(identity))
  return (others.find(({ state }) => state === 'ready') ?? others[0])?.identity ?? film
}

export function UpgradeForm({ selected, onClose }: UpgradeFormProps) {
  const t = useTranslations('upgrade')
  const name = useTranslations('scene.slot')
  const id = useId()
  const { projectId, store, edit, undo } = useEditor()
  const planned = usePlanned()
  const { board, workspace } = planned
  const { data: view } = useEngines()
  const voices = useVoices().data?.voices
  const start = useStartTarget(projectId)
  const toast = useToast()
  const tellError = useTellError()
  const [slot, setSlot] = useState<Slot>('frame')
  const [wanted, setWanted] = useState<Partial<Record<Slot, string>>>({})
  const [scope, setScope] = useState<UpgradeScope>(
    selected.size > 1 ? { kind: 'selected' } : { kind: 'all', from: 1, to: board.scenes.length },
  )
  const engine = wanted[slot] ?? proposed(view, slot, board.settings.engines[slot])
  const preview = useMemo(() => {
    const own = voices?.filter((voice) => voice.engine === engine).map((voice) => voice.id)
    const sceneIds = scenesOf(board, scope, selected)
    const wish = { slot, engine, sceneIds, ...(own ? { voices: own } : {}) }
    return { ...previewUpgrade(planned, wish, workspace), sceneIds }
  }, [planned, board, workspace, slot, engine, scope, selected, voices])

  const upgrade = async (makes: boolean) => {
    const { operation, target, sceneIds } = preview
    if (operation && !edit(operation)) return
    onClose()
    if (operation)
      toast({ words: t('done', { count: preview.scenes }), action: { label: t('undo'), run: undo } })
    if (!makes) return
    // The work is pinned to a revision: it must be the one that is on screen.
    await store.saved()
    const wish = { type: target, ...(sceneIds ? { sceneIds: [...sceneIds] } : {}) }
    start.mutate(wish, { onError: tellError })
  }
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        void upgrade(preview.toMake > 0)
      }}
    >
      <FieldGroup id={`${id}-slot`} label={t('what')}>
        <SegmentedControl
          labelledBy={`${id}-slot`}
          value={slot}
          segments={SLOTS.map((value) => ({ value, label: name(value) }))}
          onChange={setSlot}
        />
      </FieldGroup>
      <ScenesField scope={scope} onScope={setScope} count={board.scenes.length} selected={selected.size} />
      <Field id={`${id}-engine`} label={t('engine')}>
        <EngineSelect
          id={`${id}-engine`}
          kind={slot}
          view={view}
          value={engine}
          onChange={(identity) => setWanted({ ...wanted, [slot]: identity })}
          className="w-full"
        />
      </Field>
      <UpgradeCost preview={preview} slot={slot} engine={engine} view={view} isFilm={scope.kind === 'all'} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="bare" onClick={onClose} className="pointer-coarse:h-11">
          {t('cancel')}
        </Button>
        {preview.toMake > 0 ? (
          <Button
            disabled={!preview.operation}
            onClick={() => void upgrade(false)}
            className="pointer-coarse:h-11"
          >
            {t('choose')}
          </Button>
        ) : null}
        <Button
          type="submit"
          look="primary"
          disabled={!preview.operation && preview.toMake === 0}
          className="pointer-coarse:h-11"
        >
          {preview.toMake > 0 ? t('make') : t('choose')}
        </Button>
      </div>
    </form>
  )
}
