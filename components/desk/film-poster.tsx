'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { May } from '@/components/access/may'
import { useTouchedWords } from '@/components/i18n/use-words'
import { stageOf } from '@/components/task/state'
import { useIsResting } from '@/components/task/use-is-resting'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/class-names'
import { InlineEdit } from '@/components/ui/inline-edit'
import { PaperHills } from '@/components/ui/paper-hills'
import { Picture } from '@/components/ui/picture'
import { Progress } from '@/components/ui/progress'
import { timecode } from '@/lib/base/timecode'
import type { ProjectCard } from '@/lib/project/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import type { TaskView } from '@/lib/task/schema'
import { FilmMenu } from './film-menu'
import { useTitleEdit } from './rename-project'

export function FilmPoster({ card }: { card: ProjectCard }) {
  const t = useTranslations('desk')
  const touched = useTouchedWords()(card.updatedAt)
  const [renaming, setRenaming] = useState(false)
  const { ref, onCancel, onSave } = useTitleEdit(card.id, () => setRenaming(false))
  const title = card.title || t('untitled')
  const rests = useIsResting(card.task)
  const moves = card.task !== null && !rests
  const hills = <PaperHills seed={card.id} className={cx('absolute inset-0', moves && 'animate-breathe')} />

  return (
    <article className="group relative flex flex-col gap-2">
      <div className="relative aspect-video overflow-hidden rounded border border-line bg-mat transition-colors group-hover:border-edge">
        {card.poster ? (
          <Picture
            key={card.poster}
            src={card.poster}
            alt=""
            loading="lazy"
            instead={hills}
            className={cx(
              'absolute inset-0 size-full',
              card.width > card.height ? 'object-cover' : 'object-contain',
            )}
          />
        ) : (
          hills
        )}
        {card.durationMs === null ? null : (
          <span className="numeric absolute right-2 bottom-2 rounded-sm bg-scrim px-1.5 text-on-stage text-xs leading-5">
            {timecode(card.durationMs)}
          </span>
        )}
      </div>
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          {renaming ? (
            <InlineEdit
              label={t('title')}
              value={card.title}
              maxLength={LIMITS.titleChars}
              onCancel={onCancel}
              onSave={onSave}
              className="-ml-[0.4375rem] relative z-10 w-full font-serif text-lg leading-7"
            />
          ) : (
            <h3 className="truncate border border-transparent font-serif text-lg leading-7">
              {/* The whole poster is the link; the menu lies above it. */}
              <Link
                ref={ref}
                href={`/projects/${card.id}`}
                // A desk of three hundred films must not fetch three hundred pages.
                prefetch={false}
                lang={card.language ?? undefined}
                className="after:absolute after:inset-0 after:rounded"
              >
                {title}
              </Link>
            </h3>
          )}
          <p className="numeric flex items-center gap-3 text-soft text-sm">
            <FilmState card={card} rests={rests} />
            <span title={touched.full} className="truncate" suppressHydrationWarning>
              {touched.words}
            </span>
          </p>
        </div>
        <May need="editor">
          <FilmMenu card={card} title={title} onRename={() => setRenaming(true)} />
        </May>
      </div>
      {card.task ? <FilmProgress task={card.task} rests={rests} /> : null}
    </article>
  )
}

function FilmState({ card, rests }: { card: ProjectCard; rests: boolean }) {
  const t = useTranslations('desk')
  const dot = { finished: 'done', failed: 'failed', writing: 'soft', making: 'soft', draft: 'soft' } as const
  if (rests) {
    return (
      <Badge dot="stale" size="sm">
        {t('state.paused')}
      </Badge>
    )
  }
  return (
    <Badge dot={dot[card.state]} size="sm">
      {card.state === 'draft' ? t('state.draft', { count: card.sceneCount }) : t(`state.${card.state}`)}
    </Badge>
  )
}

function FilmProgress({ task, rests }: { task: TaskView; rests: boolean }) {
  const t = useTranslations('task')
  const stage = rests ? t('queuePaused') : t(`stage.${stageOf(task)}`)
  return (
    <div className="flex items-center gap-3">
      <Progress
        value={task.status === 'pending' && !rests ? null : task.progress}
        words={stage}
        className="flex-1"
      />
      <span className="text-soft text-xs">{stage}</span>
    </div>
  )
}
