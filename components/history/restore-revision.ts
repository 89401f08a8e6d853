'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { clientName } from '@/components/editor/client-name'
import { useEditor } from '@/components/editor/editor-context'
import { request } from '@/components/http/request'
import { useTellError } from '@/components/task/tell-error'
import { useToast } from '@/components/ui/toast'
import type { EditAnswer } from '@/lib/project/schema'

/** Makes the storyboard what it was, as an edit that can be undone like any other. */
export function useRestoreRevision(onRestored: () => void) {
  const t = useTranslations('history')
  const editor = useTranslations('editor')
  const { projectId, store, undo } = useEditor()
  const toast = useToast()
  const tellError = useTellError()
  return useMutation({
    mutationFn: (number: number) =>
      store.ask((edit) =>
        request<EditAnswer>(`/api/projects/${projectId}/revisions/${number}/restore`, {
          method: 'POST',
          body: { client: clientName(), edit },
        }),
      ),
    onSuccess: () => {
      toast({ words: t('restored'), topic: 'step', action: { label: editor('undo'), run: undo } })
      onRestored()
    },
    onError: tellError,
  })
}
