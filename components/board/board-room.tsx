'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { newId } from '@/components/editor/client-name'
import { useEditor } from '@/components/editor/editor-context'
import { useToast } from '@/components/ui/toast'
import { UpgradeDialog } from '@/components/upgrade/upgrade-dialog'
import { duplicateScenes, moveScenes, newScene, nudgeScenes, removeScenes } from '@/lib/storyboard/build'
import type { Operation } from '@/lib/storyboard/operations'
import { type BoardActions, BoardContext, type CutWish, SelectedContext } from './board-context'
import { CutDialog } from './cut-dialog'
import { useDropMonitor } from './drag-scene'
import { focusScene } from './focus-scene'

const NOBODY: ReadonlySet<string> = new Set()

/** Everything inside may rearrange the scenes; what was done is read out. */
export function BoardRoom({ onShow, children }: { onShow: () => void; children: ReactNode }) {
  const t = useTranslations('board')
  const { store, mayEdit, edit, undo, chosen } = useEditor()
  const toast = useToast()
  const [selected, setSelected] = useState(NOBODY)
  const [cut, setCut] = useState<CutWish | null>(null)
  const [upgrading, setUpgrading] = useState(false)
  const [said, setSaid] = useState('')
  const now = useRef({ selected, toast, t, onShow })
  now.current = { selected, toast, t, onShow }

  const actions = useMemo<BoardActions>(() => {
    const board = () => store.getState().local.shown
    const order = () => board().scenes.map((scene) => scene.id)
    const numberOf = (id: string) => order().indexOf(id) + 1
    const run = (operation: Operation | null): boolean => operation !== null && edit(operation)
    const show = (id: string) => {
      chosen.choose(id)
      focusScene(id)
    }
    const tellPlace = (id: string) => {
      setSaid(now.current.t('said.moved', { number: numberOf(id), count: order().length }))
      focusScene(id)
    }
    const insert = (after: string | null) => {
      const id = newId()
      if (run(newScene(board(), id, after))) show(id)
    }
    return {
      mayEdit,
      insert,
      insertBefore: (sceneId) => insert(order()[numberOf(sceneId) - 2] ?? null),
      duplicate(ids) {
        const made: string[] = []
        const name = () => {
          const id = newId()
          made.push(id)
          return id
        }
        if (run(duplicateScenes(board(), ids, name)) && made[0]) show(made[0])
      },
      remove(ids) {
        const { t, toast } = now.current
        const before = order()
        if (ids.length >= before.length) return toast({ words: t('lastScene') })
        const place = before.indexOf(ids[0] ?? '')
        if (!run(removeScenes(ids))) return
        setSelected(NOBODY)
        const neighbour = order()[Math.min(place, order().length - 1)]
        if (neighbour) show(neighbour)
        toast({ words: t('removed', { count: ids.length }), action: { label: t('undo'), run: undo } })
      },
      moveAfter(ids, after) {
        if (run(moveScenes(board(), ids, after)) && ids[0]) tellPlace(ids[0])
      },
      nudge(ids, by) {
        const [first] = ids
        if (!run(nudgeScenes(board(), ids, by))) return setSaid(now.current.t('said.end'))
        if (first) tellPlace(first)
      },
      merge(sceneId) {
        const nextId = order()[numberOf(sceneId)]
        const { t, toast } = now.current
        if (!nextId || !run({ type: 'scene.merge', sceneId, nextId })) return
        show(sceneId)
        toast({ words: t('merged'), action: { label: t('undo'), run: undo } })
      },
      cut: setCut,
      with: (sceneId) => {
        const all = now.current.selected
        return all.has(sceneId) ? order().filter((id) => all.has(id)) : [sceneId]
      },
      choose(sceneId, how) {
        const last = chosen.getId() ?? order()[0]
        // Several are chosen to do something with them.
        if (how === 'only' || !mayEdit) {
          setSelected(NOBODY)
          chosen.choose(sceneId)
          now.current.onShow()
        } else if (how === 'toggle') {
          setSelected((before) => {
            const next = new Set(before.size > 0 || !last ? before : [last])
            if (!next.delete(sceneId)) next.add(sceneId)
            return next
          })
        } else {
          const places = [order().indexOf(last ?? ''), order().indexOf(sceneId)]
          setSelected(new Set(order().slice(Math.min(...places), Math.max(...places) + 1)))
        }
      },
      selectAll: () => setSelected(new Set(order())),
      upgrade: () => setUpgrading(true),
    }
  }, [store, mayEdit, edit, undo, chosen])
  useDropMonitor(actions)

  return (
    <BoardContext value={actions}>
      <SelectedContext value={selected}>
        {children}
        <span role="status" className="sr-only">
          {selected.size > 1 ? t('selected', { count: selected.size }) : said}
        </span>
        <UpgradeDialog open={upgrading} onOpenChange={setUpgrading} />
        <CutDialog wish={cut} onClose={() => setCut(null)} />
      </SelectedContext>
    </BoardContext>
  )
}
