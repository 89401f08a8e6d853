'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { useErrorWords } from '@/components/task/error-words'
import { useTellError } from '@/components/task/tell-error'
import { operationBetween } from '@/lib/storyboard/diff'
import type { Problem } from '@/lib/storyboard/problem'
import type { Storyboard } from '@/lib/storyboard/schema'
import { checkDocument, refusedIn, textOf } from './document'
import { keepDraft, keptDraft } from './kept-draft'

/** A pause in typing after which the text is checked and, when it is right, applied. */
const PAUSE_MS = 500

export interface DocumentState {
  /** What the editor opens with. */
  first: string
  problems: readonly Problem[]
  /** The board has changed while the text could not be applied. */
  isBehind: boolean
  isDirty: boolean
  type(text: string): void
  /** Gives up what was typed. */
  giveUp(): void
}

/** The text and the board, kept the same for as long as the text can be read. `show` puts a text into the editor. */
export function useDocument(show: (text: string) => void): DocumentState {
  const { projectId, mayEdit, edit, store } = useEditor()
  const board = useBoardText()
  const tellError = useTellError()
  const words = useErrorWords()
  // A draft that an editor left in this browser waits for an editor.
  const draft = useCallback(() => (mayEdit ? keptDraft(projectId) : null), [mayEdit, projectId])
  const [first] = useState(() => draft() ?? textOf(board))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isDirty, setDirty] = useState(() => draft() !== null)
  /** The board that the text was made from. */
  const base = useRef<Storyboard>(board)
  const typed = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isOpen = useRef(true)
  const now = useRef({ show, tellError, words })
  now.current = { show, tellError, words }

  const apply = useCallback(() => {
    const text = typed.current
    if (text === null) return
    const checked = checkDocument(text)
    setProblems(checked.problems)
    if (!checked.storyboard) return
    const operation = operationBetween(base.current, checked.storyboard, 'json')
    const complain = (error: unknown) => now.current.tellError(error)
    const onRefused = (error: unknown) => {
      if (!isOpen.current) complain(error)
      // What was typed since is newer, and has the same fault.
      typed.current ??= text
      keepDraft(projectId, typed.current)
      base.current = store.getState().local.shown
      const named = refusedIn(error, checked.storyboard)
      setProblems(named.length > 0 ? named : [{ kind: 'other', path: [], value: now.current.words(error) }])
      setDirty(true)
    }
    if (operation !== null && !edit(operation, { onError: complain, onRefused })) return
    base.current = store.getState().local.shown
    typed.current = null
    keepDraft(projectId, null)
    setDirty(false)
  }, [edit, store, projectId])

  const type = useCallback(
    (text: string) => {
      typed.current = text
      setDirty(true)
      keepDraft(projectId, text)
      clearTimeout(timer.current)
      timer.current = setTimeout(apply, PAUSE_MS)
    },
    [apply, projectId],
  )

  // A draft from before is checked as soon as the editor is there.
  useEffect(() => {
    const kept = draft()
    if (kept !== null) {
      typed.current = kept
      setProblems(checkDocument(kept).problems)
    }
    isOpen.current = true
    return () => {
      clearTimeout(timer.current)
      apply()
      isOpen.current = false
    }
  }, [apply, draft])

  // What others change, or one's own hand elsewhere, is in the text as long as nothing in it waits to be applied.
  useEffect(() => {
    if (typed.current !== null || board === base.current) return
    base.current = board
    now.current.show(textOf(board))
  }, [board])

  const giveUp = () => {
    clearTimeout(timer.current)
    typed.current = null
    base.current = board
    keepDraft(projectId, null)
    setDirty(false)
    setProblems([])
    show(textOf(board))
  }
  return { first, problems, isBehind: isDirty && board !== base.current, isDirty, type, giveUp }
}
