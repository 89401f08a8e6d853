'use client'

import { Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useMay } from '@/components/access/use-may'
import { useCommands } from '@/components/palette/use-commands'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FilmView } from '@/lib/project/schema'
import { ShareRoom } from './share-room'

/** Links to the film; only for those who may make some. */
export function ShareButton({ projectId, film }: { projectId: string; film: FilmView }) {
  const t = useTranslations('links')
  const common = useTranslations('common')
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const mayShare = useMay('editor')
  useCommands([{ id: 'make.share', run: () => setOpen(true) }])
  if (!mayShare) return null
  return (
    <>
      <Button ref={opener} size="sm" onClick={() => setOpen(true)}>
        <Share2 aria-hidden="true" className="size-4" />
        {t('share')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        closeWords={common('close')}
        opener={opener}
        wide
      >
        <ShareRoom projectId={projectId} newestFilm={film.id} />
      </Dialog>
    </>
  )
}
