'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useSummaryWords } from '@/components/history/summary-words'
import { ApiError } from '@/components/http/request'
import { useErrorWords } from '@/components/task/error-words'
import { useToast } from '@/components/ui/toast'
import type { EditAnswer } from '@/lib/project/schema'
import { summaryOf } from '@/lib/storyboard/summary'
import type { ChosenScene } from './chosen-scene'
import type { EditStore } from './edit-store'

export type StepRole = 'undo' | 'redo'

export interface StepNews {
  done(role: StepRole, answer: EditAnswer): void
  failed(role: StepRole, error: unknown): void
}

/** Says what was undone or done again, and goes to where it happened. The same object at each drawing. */
export function useStepNews(store: EditStore, chosen: ChosenScene): StepNews {
  const t = useTranslations('history')
  const toast = useToast()
  const errorWords = useErrorWords()
  const summaryWords = useSummaryWords()
  const current = useRef<StepNews>(undefined)
  const lasting = useRef<StepNews>({
    done: (...step) => current.current?.done(...step),
    failed: (...step) => current.current?.failed(...step),
  })
  current.current = {
    done(role, { operation, undo }) {
      const board = store.getState().local.shown
      // What was undone is what could be done again now.
      const what = summaryWords(role === 'undo' ? undo.redo : undo.undo, board)
      toast({ words: t(role === 'undo' ? 'undone' : 'redone', { what }), topic: 'step' })
      const touched = operation ? summaryOf([operation]).sceneIds : []
      const here = touched.find((id) => board.scenes.some((scene) => scene.id === id))
      if (here) chosen.choose(here)
    },
    failed(role, error) {
      const isEmpty =
        error instanceof ApiError && (error.details as { nothing?: boolean } | undefined)?.nothing
      if (isEmpty) return toast({ words: t(`nothing.${role}`), topic: 'step' })
      const isInTheWay = error instanceof ApiError && error.code === 'conflict'
      toast({ words: isInTheWay ? t('inTheWay') : errorWords(error), grave: true })
    },
  }
  return lasting.current
}
