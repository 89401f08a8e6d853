'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSummaryWords } from '@/components/history/summary-words'
import { useCommands } from '@/components/palette/use-commands'
import { useKeyWords } from '@/components/shell/use-key-words'
import { IconButton } from '@/components/ui/icon-button'
import { useBoardText, useEditor, useEditState } from './editor-context'

export function UndoButtons() {
  const t = useTranslations('editor')
  const history = useTranslations('history')
  const { undo, redo } = useEditor()
  const steps = useEditState((state) => state.undo)
  const board = useBoardText()
  const summaryWords = useSummaryWords()
  const keys = useKeyWords()
  // What is typed is saved as it is typed, so that the page's own undo is the right one inside a text field as well.
  useCommands([
    { id: 'edit.undo', run: undo, keys: ['mod+z'] },
    { id: 'edit.redo', run: redo, keys: ['mod+shift+z', 'ctrl+y'] },
  ])
  const words = (role: 'undo' | 'redo') =>
    steps[role] ? history(role, { what: summaryWords(steps[role], board) }) : t(role)
  return (
    <span className="flex">
      <IconButton
        words={words('undo')}
        aria-label={t('undo')}
        keys={keys('mod+z').join(' ')}
        disabled={!steps.undo}
        onClick={undo}
      >
        <Undo2 aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton
        words={words('redo')}
        aria-label={t('redo')}
        keys={keys('mod+shift+z').join(' ')}
        disabled={!steps.redo}
        onClick={redo}
      >
        <Redo2 aria-hidden="true" className="size-4" />
      </IconButton>
    </span>
  )
}
