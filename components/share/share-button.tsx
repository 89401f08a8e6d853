'use client'

import { Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { useCommands } from '@/components/palette/use-commands'
import { useOpened } from '@/components/shell/use-opened'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FilmView } from '@/lib/project/schema'
import { ShareRoom } from './share-room'

/** Links to the film; only for those who may make some. */
export function ShareButton({ projectId, film }: { projectId: string; film: FilmView }) {
  const t = useTranslations('links')
  const { show, opener, dialog } = useOpened()
  const mayShare = useMay('editor')
  useCommands([{ id: 'make.share', run: show }])
  if (!mayShare) return null
  return (
    <>
      <Button ref={opener} size="sm" onClick={show}>
        <Share2 aria-hidden="true" className="size-4" />
        {t('share')}
      </Button>
      <Dialog {...dialog} title={t('title')} wide>
        <ShareRoom projectId={projectId} newestFilm={film.id} />
      </Dialog>
    </>
  )
}
