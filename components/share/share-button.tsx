'use client'

import { Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSession } from '@/components/access/queries'
import { useCommands } from '@/components/palette/use-commands'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { meets } from '@/lib/access/schema'
import type { FilmView } from '@/lib/project/schema'
import { ShareRoom } from './share-room'

/** Links to the film; only for those who may make some. */
export function ShareButton({ projectId, film }: { projectId: string; film: FilmView }) {
  const t = useTranslations('links')
  const common = useTranslations('common')
  const { data: session } = useSession()
  const [open, setOpen] = useState(false)
  const isAllowed = session?.principal ? meets(session.principal.role, 'editor') : false
  useCommands(isAllowed ? [{ id: 'make.share', run: () => setOpen(true) }] : [])
  if (!isAllowed) return null
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Share2 aria-hidden="true" className="size-4" />
        {t('share')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} closeWords={common('close')} wide>
        <ShareRoom projectId={projectId} newestFilm={film.id} />
      </Dialog>
    </>
  )
}
