'use client'

import { useRef, useState } from 'react'
import type { FieldProblem } from '@/lib/base/errors'
import { type Edit, readField } from '@/lib/storyboard/edits'
import type { Operation } from '@/lib/storyboard/operations'
import { newId } from './client-name'
import { useEditor } from './editor-context'

/** A pause this long in typing ends a gesture: what comes after is taken back by itself. */
const GESTURE_PAUSE_MS = 2_000

interface Field<T> {
  value: T
  /** To be read and selected, not typed into. */
  readOnly: boolean
  /** What is wrong with what was typed last, in the schema's words; the text stays in the field, unsaved. */
  problem: string | null
  /** Typed: saved at a pause, taken back as one. */
  type(value: T): void
  /** Chosen: saved at once, taken back by itself. */
  set(value: T): void
  onBlur(): void
}

/** What has fields, and how an operation speaks of it. */
interface FieldOwner {
  target: object
  operation(edits: Edit[]): Operation
}

/** One field of the storyboard as a control wants it. */
export function useField<T extends Edit['value']>(owner: FieldOwner, field: string): Field<T> {
  const { edit, mayEdit } = useEditor()
  const gesture = useRef({ id: '', at: 0 })
  const [refused, setRefused] = useState<{ value: T; problem: string } | null>(null)
  const saved = readField(owner.target as Record<string, unknown>, field) as T

  const change = (value: T, name: string) => {
    const edits = [{ field, value, before: saved as Edit['before'] }]
    const isDone = edit(owner.operation(edits), {
      gesture: name,
      onError: (error) => setRefused({ value, problem: problemOf(error) }),
    })
    if (isDone) setRefused(null)
  }
  return {
    value: refused ? refused.value : saved,
    readOnly: !mayEdit,
    problem: refused?.problem ?? null,
    type(value) {
      const now = performance.now()
      const isNew = gesture.current.id === '' || now - gesture.current.at > GESTURE_PAUSE_MS
      gesture.current = { id: isNew ? newId() : gesture.current.id, at: now }
      change(value, gesture.current.id)
    },
    set: (value) => change(value, ''),
    onBlur() {
      gesture.current = { id: '', at: 0 }
    },
  }
}

function problemOf(error: unknown): string {
  const { details, message } = error as { details?: unknown; message?: string }
  const [first] = Array.isArray(details) ? (details as FieldProblem[]) : []
  return first?.expected ?? message ?? ''
}

/** The fields of a scene. */
export const sceneFields = (scene: { id: string }): FieldOwner => ({
  target: scene,
  operation: (edits) => ({ type: 'scene.update', sceneId: scene.id, edits }),
})

/** The fields of a member of the cast. */
export const memberFields = (member: { id: string }): FieldOwner => ({
  target: member,
  operation: (edits) => ({ type: 'cast.update', memberId: member.id, edits }),
})

/** The settings of the whole film: `style.prompt`, `voice.id`. */
export const settingsFields = (settings: object): FieldOwner => ({
  target: settings,
  operation: (edits) => ({ type: 'settings.update', edits }),
})
