'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { PaperHills } from '@/components/ui/paper-hills'
import { Picture } from '@/components/ui/picture'
import type { QueueProject, QueueTarget } from '@/lib/project/queue/schema'
import { canMoveUp } from './can-move-up'
import { RowActions } from './row-actions'
import { TargetState } from './target-state'
import { useTargetWords } from './what-words'
import { WorkRows } from './work-rows'

interface TargetRowsProps {
  target: QueueTarget
  paused: boolean
  open: boolean
  onToggle: (id: string) => void
}

/** One target: its film, how it stands, what can be done; and its work when it is folded out. */
export function TargetRows({ target, paused, open, onToggle }: TargetRowsProps) {
  const t = useTranslations('queue')
  const words = useTargetWords()
  const { task, project, work, scene } = target
  const title = project.title || t('untitled')
  const hasWork = task.endedAt === null || work.length > 0
  const page = `/projects/${project.id}`
  return (
    <tbody className="border-line border-b last:border-b-0 max-md:block">
      <tr
        data-row
        className="align-top max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] [&>*]:px-4 [&>*]:py-3 max-md:[&>td:nth-child(2)]:pt-0"
      >
        <th scope="row" className="font-normal">
          <div className="flex items-center gap-3">
            <Button
              look="bare"
              size="icon"
              aria-expanded={open}
              aria-label={t('unfold', { title })}
              onClick={() => onToggle(task.id)}
              data-row-start={hasWork || undefined}
              className={cx('-ml-2', !hasWork && 'invisible max-md:hidden')}
            >
              <ChevronRight
                aria-hidden="true"
                className={cx('size-4 transition-transform', open && 'rotate-90')}
              />
            </Button>
            <SmallPicture project={project} />
            <div className="min-w-0">
              <p className="line-clamp-2 font-medium font-serif text-prose leading-6 md:line-clamp-1">
                <Link
                  href={page}
                  prefetch={false}
                  lang={project.language ?? undefined}
                  data-row-start={hasWork ? undefined : true}
                  className="rounded hover:underline"
                >
                  {title}
                </Link>
              </p>
              <p className="flex flex-wrap gap-x-3 text-soft text-sm">
                {scene ? (
                  <Link
                    href={`${page}?scene=${scene.id}`}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center rounded underline decoration-line underline-offset-4 hover:decoration-edge"
                  >
                    {words(target)}
                  </Link>
                ) : (
                  words(target)
                )}
                {project.hidden ? <Badge dot="soft">{t('fromApi')}</Badge> : null}
              </p>
            </div>
          </div>
        </th>
        <td className="max-md:order-last max-md:col-span-2">
          <TargetState target={target} paused={paused} />
        </td>
        <td>
          <div className="flex justify-end gap-0.5">
            <RowActions task={task} title={title} canMoveUp={canMoveUp(target)} />
          </div>
        </td>
      </tr>
      {open && hasWork ? <WorkRows target={target} /> : null}
    </tbody>
  )
}

function SmallPicture({ project }: { project: QueueProject }) {
  const hills = <PaperHills seed={project.id} />
  return (
    <span className="relative block h-9 w-16 shrink-0 overflow-hidden rounded-sm border border-line bg-mat">
      {project.picture ? (
        <Picture
          key={project.picture}
          src={project.picture}
          alt=""
          loading="lazy"
          instead={hills}
          className={cx('size-full', project.width > project.height ? 'object-cover' : 'object-contain')}
        />
      ) : (
        hills
      )}
    </span>
  )
}
