'use client'

import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import type { TaskView } from '@/lib/task/schema'
import { useCancelTask } from './cancel-task'
import { useTellError } from './tell-error'

interface CancelButtonProps extends ComponentProps<typeof IconButton> {
  task: TaskView
  onCancelled?: () => void
}

/** Stops a row's task; a refusal is told. */
export function CancelButton({ task, onCancelled, ...rest }: CancelButtonProps) {
  const tellError = useTellError()
  const cancel = useCancelTask({
    ...(onCancelled ? { onCancelled } : {}),
    onError: tellError,
  })
  return (
    <IconButton
      disabled={cancel.isPending || cancel.isSuccess}
      onClick={() => cancel.mutate(task.id)}
      {...rest}
    >
      <X aria-hidden="true" className="size-4" />
    </IconButton>
  )
}
