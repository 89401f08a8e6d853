'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useEditor, useEditState } from './editor-context'

/** An editor of text with a history of its own. */
const OWN_HISTORY = '.cm-editor'

/** What is typed is saved as it is typed, so the page's own undo is the right one inside a text field as well. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(OWN_HISTORY)) return
      const key = event.key.toLowerCase()
      if (key === 'z') (event.shiftKey ? redo : undo)()
      else if (key === 'y' && !event.metaKey) redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo, redo])
}

export function UndoButtons() {
  const t = useTranslations('editor')
  const { undo, redo } = useEditor()
  const canUndo = useEditState((state) => state.undo.canUndo)
  const canRedo = useEditState((state) => state.undo.canRedo)
  useUndoKeys(undo, redo)
  return (
    <span className="flex">
      <IconButton words={t('undo')} keys={t('undoKey')} disabled={!canUndo} onClick={undo}>
        <Undo2 aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton words={t('redo')} keys={t('redoKey')} disabled={!canRedo} onClick={redo}>
        <Redo2 aria-hidden="true" className="size-4" />
      </IconButton>
    </span>
  )
}
