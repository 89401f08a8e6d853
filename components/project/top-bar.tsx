'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useEffect } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { Connection } from '@/components/live/connection'
import { PaletteButton } from '@/components/palette/palette-button'
import { QueueLink } from '@/components/queue/queue-link'
import { KeysDialog } from '@/components/shell/keys-dialog'
import { Preferences } from '@/components/shell/preferences'
import { liveTarget, stageOf } from '@/components/task/state'
import { useIsResting } from '@/components/task/use-is-resting'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { ProjectView } from '@/lib/project/schema'
import { ProjectTitle } from './project-title'
import { RenderButton } from './render-button'

/** `children`: what only a storyboard has, such as undo and who else is here. */
export function TopBar({ view, children }: { view: ProjectView; children?: ReactNode }) {
  const t = useTranslations('project')
  const task = useTranslations('task')
  const studio = useTranslations('common')('studio')
  const format = useFormatter()
  const target = liveTarget(view.targets)
  const rests = useIsResting(target)
  const percent = target && format.number(target.progress, { style: 'percent', maximumFractionDigits: 0 })

  // The page arrives before its title does, and the title can change.
  useEffect(() => {
    document.title = [percent, view.title || t('untitled'), studio].filter(Boolean).join(' · ')
  }, [percent, view.title, studio, t])

  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-line border-b bg-paper px-2 lg:px-4">
      <Button asChild look="bare" size="icon">
        <Link href="/" aria-label={t('toDesk')} title={t('toDesk')}>
          <ArrowLeft aria-hidden="true" className="size-4" />
        </Link>
      </Button>
      <ProjectTitle view={view} />
      <div className="min-w-2 flex-1" />
      {children}
      <Connection />
      {target ? (
        <Badge className="numeric mr-2 max-lg:hidden">
          {task('running', {
            stage: rests ? task('queuePaused') : task(`stage.${stageOf(target)}`),
            percent: percent ?? '',
          })}
        </Badge>
      ) : null}
      {view.storyboard ? <ExportMenu view={view} /> : null}
      <PaletteButton />
      <QueueLink />
      {/* The title and the cost of a film need the room; the desk has them, and the palette everywhere. */}
      <span className="flex max-sm:hidden lg:max-xl:hidden">
        <Preferences />
      </span>
      <KeysDialog />
      <RenderButton view={view} className="ml-2 min-w-32 max-w-72 max-lg:hidden lg:shrink" />
    </header>
  )
}
