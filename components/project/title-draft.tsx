'use client'

import { createContext, type ReactNode, use, useState } from 'react'

type TitleDraft = [draft: string | null, setDraft: (draft: string | null) => void]

const DraftContext = createContext<TitleDraft | null>(null)

/** Holds a title that is being typed while the page around it becomes another one: the storyboard may arrive meanwhile. */
export function TitleDraftRoom({ children }: { children: ReactNode }) {
  return <DraftContext value={useState<string | null>(null)}>{children}</DraftContext>
}

/** What is typed into the film's title; null while nobody edits it. */
export function useTitleDraft(): TitleDraft {
  const room = use(DraftContext)
  if (!room) throw new Error('useTitleDraft outside of TitleDraftRoom')
  return room
}
