'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { isPress } from '@/components/shell/keys'
import { isMac } from '@/components/shell/use-key-words'
import { useToast } from '@/components/ui/toast'
import { isImported, readStoryFile } from './story-file'

interface StoryFileWish {
  story: string
  field: RefObject<HTMLTextAreaElement | null>
  onStory: (story: string) => void
  onProblem: (problem: string) => void
}

export interface StoryFile {
  /** What is no plain text, and can be imported instead. */
  offered: File | null
  open: (file: File) => void
  leave: () => void
  /** For the field: the browser's own undo knows nothing of a text that came from a file. */
  onUndoKey: (event: KeyboardEvent) => void
}

/** Brings a file to the sheet. The story that its text replaces comes back by the message's button or by Ctrl-Z. */
export function useStoryFile({ story, field, onStory, onProblem }: StoryFileWish): StoryFile {
  const t = useTranslations('sheet')
  const arrival = useTranslations('import')
  const toast = useToast()
  const [offered, setOffered] = useState<File | null>(null)
  const latest = useRef(story)
  latest.current = story
  const replaced = useRef<{ former: string; by: string } | null>(null)

  const put = (text: string) => {
    replaced.current = { former: latest.current, by: text }
    onStory(text)
    field.current?.focus()
  }
  const read = async (file: File) => {
    setOffered(isImported(file.name) ? file : null)
    if (isImported(file.name)) return
    const answer = await readStoryFile(file)
    if ('problem' in answer) return onProblem(t(answer.problem, { name: file.name }))
    if ('found' in answer) return onProblem(arrival('problem.document', { found: answer.found }))
    const former = latest.current
    put(answer.story)
    if (former.trim() === '' || former === answer.story) return
    toast({
      words: t('replaced', { name: file.name }),
      topic: 'story',
      action: { label: t('undo'), run: () => put(former) },
    })
  }
  const onUndoKey = (event: KeyboardEvent) => {
    const last = replaced.current
    // What was typed since is undone first, by the browser.
    if (!last || last.by !== latest.current || !isPress(event.nativeEvent, 'mod+z', isMac())) return
    event.preventDefault()
    replaced.current = null
    onStory(last.former)
  }
  return { offered, open: (file) => void read(file), leave: () => setOffered(null), onUndoKey }
}
