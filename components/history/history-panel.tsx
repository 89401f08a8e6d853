'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEditState } from '@/components/editor/editor-context'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { HistoryEntries } from './history-entries'
import { useRestoreRevision } from './restore-revision'
import { RevisionPreview } from './revision-preview'

/** The list at the left, what a line of it would bring back at the right; on a phone one after the other. */
export function HistoryPanel({ onDone }: { onDone: () => void }) {
  const t = useTranslations('history')
  const revision = useEditState((state) => state.local.revision)
  const [chosen, setChosen] = useState<number | null>(null)
  const restore = useRestoreRevision(onDone)
  return (
    <div className="flex min-h-0 flex-1">
      <div
        className={cx(
          'min-h-0 w-full overflow-y-auto border-line md:w-80 md:shrink-0 md:border-r',
          chosen !== null && 'max-md:hidden',
        )}
      >
        <HistoryEntries revision={revision} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className={cx('min-h-0 flex-1 overflow-y-auto p-5', chosen === null && 'max-md:hidden')}>
        {chosen === null ? (
          <p className="text-soft">{t('choose')}</p>
        ) : (
          <>
            <Button size="sm" look="bare" onClick={() => setChosen(null)} className="-ml-2 mb-3 md:hidden">
              <ArrowLeft aria-hidden="true" className="size-4" />
              {t('back')}
            </Button>
            <RevisionPreview
              key={chosen}
              number={chosen}
              isNewest={chosen === revision}
              isRestoring={restore.isPending}
              onRestore={() => restore.mutate(chosen)}
            />
          </>
        )}
      </div>
    </div>
  )
}
