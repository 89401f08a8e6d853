'use client'

import { Clapperboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { useMay } from '@/components/access/use-may'
import { EditorContext } from '@/components/editor/editor-context'
import { useLengthWords } from '@/components/i18n/use-words'
import { useCommands } from '@/components/palette/use-commands'
import { liveTarget } from '@/components/task/state'
import { useTellError } from '@/components/task/tell-error'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import type { ProjectView, RenderPreview } from '@/lib/project/schema'
import { useStartTarget } from './start-target'

/** The one button: it says what it will make, how long that takes and what it uses again. */
export function RenderButton({ view, className }: { view: ProjectView; className?: string }) {
  const t = useTranslations('project')
  const cost = useCostWords()
  const start = useStartTarget(view.id)
  const mayMake = useMay('editor')
  const editor = useContext(EditorContext)
  const tellError = useTellError()

  const { storyboard, render, film } = view
  const isLive = liveTarget(view.targets)?.type === 'render'
  const isWanted = render !== null && (render.toMake > 0 || !film || film.stale)
  const run = async () => {
    // The film is of the storyboard on screen, its last letter included.
    await editor?.store.saved()
    start.mutate({ type: 'render' }, { onError: tellError })
  }
  useCommands(
    storyboard && isWanted && !isLive
      ? [{ id: 'make.film', run: () => void run(), says: () => cost(render, film !== null) }]
      : [],
  )

  if (!storyboard || !render || isLive) return null
  if (!isWanted) {
    return (
      <Badge dot="done" className={cx('h-9', className)}>
        {t('upToDate')}
      </Badge>
    )
  }
  if (!mayMake) return null
  const label = start.isPending ? t('starting') : t('render', { cost: cost(render, film !== null) })
  return (
    <Button
      look="primary"
      title={label}
      disabled={start.isPending}
      onClick={() => void run()}
      className={cx('numeric', className)}
    >
      <Clapperboard aria-hidden="true" className="size-4 shrink-0" />
      <span className="line-clamp-2 whitespace-normal text-balance text-left leading-4">{label}</span>
    </Button>
  )
}

/** "2 scenes to remake, about 14 s, 10 reused". */
function useCostWords(): (preview: RenderPreview, again: boolean) => string {
  const t = useTranslations('project')
  const comma = useTranslations('task')('comma')
  const length = useLengthWords()
  return ({ scenesToRemake, reused, estimateMs }, again) =>
    [
      scenesToRemake > 0
        ? again
          ? t('cost.remake', { count: scenesToRemake })
          : t('cost.make', { count: scenesToRemake })
        : t('cost.joining'),
      estimateMs > 0 && t('cost.time', { time: length(estimateMs) }),
      reused > 0 && t('cost.reused', { count: reused }),
    ]
      .filter(Boolean)
      .join(comma)
}
