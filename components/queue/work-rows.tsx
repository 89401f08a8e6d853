'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useLengthWords } from '@/components/i18n/use-words'
import { errorDetail, useErrorWords } from '@/components/task/error-words'
import { placeInLine } from '@/components/task/state'
import { useTaskWords } from '@/components/task/task-words'
import { Progress } from '@/components/ui/progress'
import type { QueueTarget, QueueWork } from '@/lib/project/queue/schema'
import { isFinal } from '@/lib/task/schema'
import { RowActions } from './row-actions'
import { usePieceWords, useWorkWords } from './what-words'

const ROW =
  'align-middle max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] [&>td]:px-4 [&>td]:py-1 [&:last-child>td]:pb-3'

/** A target's work, folded out: what runs, what failed, what waits next. */
export function WorkRows({ target }: { target: QueueTarget }) {
  const t = useTranslations('queue')
  const words = useWorkWords()
  const pieceWords = usePieceWords()
  const { work, more, project, task } = target
  return (
    <>
      {work.map((one) => (
        <tr key={one.task.id} data-row className={ROW}>
          <td className="md:pl-14!">
            {one.scene ? (
              <Link
                data-row-start
                href={`/projects/${project.id}?scene=${one.scene.id}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center rounded underline decoration-line underline-offset-4 hover:decoration-edge"
              >
                {t('inScene', { number: one.scene.number })}
              </Link>
            ) : null}
            <span data-row-start={one.scene ? undefined : true} tabIndex={one.scene ? undefined : -1}>
              {one.scene ? ' · ' : ''}
              {words(one)}
            </span>
          </td>
          <td className="max-md:pt-0!">
            <WorkState work={one} />
          </td>
          <td className="max-md:col-start-2 max-md:row-span-2 max-md:row-start-1 max-md:self-center">
            <div className="flex justify-end gap-0.5">
              {isFinal(one.task.status) ? null : (
                <RowActions
                  task={one.task}
                  title={project.title || t('untitled')}
                  piece={pieceWords(one)}
                  canMoveUp={(one.task.place ?? 0) > 0}
                />
              )}
            </div>
          </td>
        </tr>
      ))}
      {more > 0 || work.length === 0 ? (
        <tr className={ROW}>
          <td colSpan={3} className="numeric text-soft text-sm max-md:col-span-2 md:pl-14!">
            {more > 0 ? t('more', { count: more }) : isFinal(task.status) ? '' : t('noWork')}
          </td>
        </tr>
      ) : null}
    </>
  )
}

function WorkState({ work: { task, startsInMs } }: { work: QueueWork }) {
  const t = useTranslations('queue')
  const separator = useTranslations('task')('separator')
  const doing = useTaskWords()
  const length = useLengthWords()
  const errors = useErrorWords()
  if (task.status === 'error') {
    return <p className="text-sm">{errorDetail(task.error) ?? errors(task.error)}</p>
  }
  const words = doing(task, placeInLine(task))
  // A row that has just begun still holds when it should have.
  const begins =
    task.status === 'pending' &&
    !task.waitingFor &&
    startsInMs !== null &&
    startsInMs > 0 &&
    t('begins', { length: length(startsInMs) })
  return (
    <div className="flex flex-col gap-1.5">
      <p className="numeric text-soft text-sm">{[words, begins].filter(Boolean).join(separator)}</p>
      {task.status === 'running' ? <Progress value={task.progress} words={words} /> : null}
    </div>
  )
}
