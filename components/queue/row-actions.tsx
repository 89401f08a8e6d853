'use client'

import { ArrowUpToLine, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { CancelButton } from '@/components/task/cancel-button'
import { useRetryTask } from '@/components/task/retry-task'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import { isFinal, type TaskView } from '@/lib/task/schema'
import { useMoveToFront } from './front-task'
import { focusRow, type RowAction } from './use-row-keys'

interface RowActionsProps {
  task: TaskView
  /** Something of it waits, and not in the first place. */
  canMoveUp: boolean
  /** The film's. */
  title: string
  /** Of a single piece of work: which one, as it stands within a sentence. */
  piece?: string
}

const marked = (action: RowAction) => ({ 'data-action': action })

/** What can be done with a target or a piece of its work. */
export function RowActions({ task, canMoveUp, title, piece }: RowActionsProps) {
  const t = useTranslations('queue')
  const toast = useToast()
  const mayAct = useMay('editor')
  const front = useMoveToFront()
  const retry = useRetryTask()
  const onError = useTellError()

  if (task.status === 'done' || !mayAct) return null
  if (isFinal(task.status)) {
    return (
      <Button
        size="sm"
        disabled={retry.isPending || retry.isSuccess}
        onClick={() => retry.mutate(task.id, { onError })}
        {...marked('retry')}
      >
        <RotateCcw aria-hidden="true" className="size-3.5" />
        {task.status === 'error' ? t('retry') : t('goOn')}
      </Button>
    )
  }
  const onCancelled = () => {
    // Its target brings a piece back, once it has stopped there.
    if (piece) return toast({ words: t('cancelledPiece', { piece, title }) })
    toast({
      words: t('cancelledToast', { title }),
      action: { label: t('goOn'), run: () => retry.mutate(task.id, { onError }) },
    })
  }
  return (
    <>
      {canMoveUp ? (
        <IconButton
          words={t('front')}
          keys="F"
          disabled={front.isPending}
          onClick={(event) => {
            focusRow(event.currentTarget)
            front.mutate(task.id, { onError })
          }}
          {...marked('front')}
        >
          <ArrowUpToLine aria-hidden="true" className="size-4" />
        </IconButton>
      ) : null}
      <CancelButton
        task={task}
        words={t('cancel')}
        keys="X"
        onCancelled={onCancelled}
        {...marked('cancel')}
      />
    </>
  )
}
