'use client'

import { useToast } from '@/components/ui/toast'
import { useErrorWords } from './error-words'

/** Tells in a message that stays what went wrong. */
export function useTellError(): (error: unknown) => void {
  const toast = useToast()
  const words = useErrorWords()
  return (error) => toast({ words: words(error), grave: true })
}
