'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCommands } from '@/components/palette/use-commands'
import { useKeyWords } from '@/components/shell/use-key-words'
import { IconButton } from '@/components/ui/icon-button'
import { useEditor, useEditState } from './editor-context'

export function UndoButtons() {
  const t = useTranslations('editor')
  const { undo, redo } = useEditor()
  const canUndo = useEditState((state) => state.undo.canUndo)
  const canRedo = useEditState((state) => state.undo.canRedo)
  const keys = useKeyWords()
  // What is typed is saved as it is typed, so that the page's own undo is the right one inside a text field as well.
  useCommands([
    { id: 'edit.undo', run: undo, keys: ['mod+z'] },
    { id: 'edit.redo', run: redo, keys: ['mod+shift+z', 'ctrl+y'] },
  ])
  return (
    <span className="flex">
      <IconButton words={t('undo')} keys={keys('mod+z').join(' ')} disabled={!canUndo} onClick={undo}>
        <Undo2 aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton words={t('redo')} keys={keys('mod+shift+z').join(' ')} disabled={!canRedo} onClick={redo}>
        <Redo2 aria-hidden="true" className="size-4" />
      </IconButton>
    </span>
  )
}
