'use client'

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge'
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge'
import type { Edge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/types'
import { type RefObject, useEffect, useState } from 'react'
import { useEditor } from '@/components/editor/editor-context'
import { type BoardActions, useBoard } from './board-context'

const KIND = 'scene'
const EDGES: Record<'column' | 'grid', Edge[]> = { column: ['top', 'bottom'], grid: ['left', 'right'] }

export interface SceneDrag {
  dragging: boolean
  /** Where a scene that is over this one would be put. */
  edge: Edge | null
}

/** A card that can be taken to another place, and that others can be put beside. */
export function useSceneDrag(
  card: RefObject<HTMLElement | null>,
  sceneId: string,
  layout: 'column' | 'grid',
): SceneDrag {
  const { mayEdit } = useBoard()
  const [dragging, setDragging] = useState(false)
  const [edge, setEdge] = useState<Edge | null>(null)
  useEffect(() => {
    const element = card.current
    if (!element || !mayEdit) return
    const data = { kind: KIND, sceneId }
    return combine(
      draggable({
        element,
        getInitialData: () => data,
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === KIND,
        getIsSticky: () => true,
        getData: ({ input, element: over }) =>
          attachClosestEdge(data, { input, element: over, allowedEdges: EDGES[layout] }),
        onDrag: ({ self, source }) =>
          setEdge(source.data.sceneId === sceneId ? null : extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    )
  }, [card, sceneId, layout, mayEdit])
  return { dragging, edge }
}

/** One ear for the whole board: a card may have scrolled out of the page while it was carried. */
export function useDropMonitor(actions: BoardActions): void {
  const { store } = useEditor()
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.kind === KIND,
        onDrop({ source, location }) {
          const [target] = location.current.dropTargets
          const moved = source.data.sceneId
          const beside = target?.data.sceneId
          if (typeof moved !== 'string' || typeof beside !== 'string' || !target) return
          const edge = extractClosestEdge(target.data)
          const order = store.getState().local.shown.scenes.map((scene) => scene.id)
          const isBefore = edge === 'top' || edge === 'left'
          const after = isBefore ? (order[order.indexOf(beside) - 1] ?? null) : beside
          actions.moveAfter(actions.with(moved), after)
        },
      }),
    [actions, store],
  )
}
