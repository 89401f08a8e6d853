'use client'

import { Download, ExternalLink, Lock, QrCode } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { CopyLine } from '@/components/settings/copy-line'
import { useTellError } from '@/components/task/tell-error'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import type { ShareLink } from '@/lib/share/schema'
import { QrPicture } from './qr-picture'
import { useChangeShare } from './queries'
import { RevokeButton } from './revoke-button'
import { ShareOptions } from './share-options'
import { useShareWords } from './share-words'

/** What was pressed is shut or gone by then, and copying is what comes next. */
const focusCopy = (address: HTMLElement | null) => address?.querySelector('button')?.focus()

/** One link: where it leads, who has come, and what can be done with it. */
export function ShareRow({
  share,
  newestFilm,
  isJustMade,
}: {
  share: ShareLink
  newestFilm: string
  isJustMade: boolean
}) {
  const t = useTranslations('links')
  const toast = useToast()
  const tellError = useTellError()
  const change = useChangeShare(share)
  const [showsCode, setShowsCode] = useState(false)
  const { name, views } = useShareWords()(share)
  const over = share.state === 'open' ? null : share.state
  const address = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isJustMade) focusCopy(address.current)
  }, [isJustMade])
  const move = () =>
    change.mutate(
      { filmId: newestFilm },
      {
        onSuccess: () => {
          toast({ words: t('moved') })
          focusCopy(address.current)
        },
        onError: tellError,
      },
    )
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere min-w-0 flex-1 basis-40 font-medium">{name}</span>
        {share.hasPassword ? (
          <Badge>
            <Lock aria-hidden="true" className="size-3" />
            {t('locked')}
          </Badge>
        ) : null}
        {share.allowDownload ? null : (
          <Badge>
            <Download aria-hidden="true" className="size-3" />
            {t('noDownload')}
          </Badge>
        )}
        {over ? <Badge dot="failed">{t(`state.${over}`)}</Badge> : null}
        <span className="numeric text-soft text-sm">{views}</span>
      </div>
      {share.state === 'revoked' ? null : (
        <>
          <div ref={address}>
            <CopyLine text={share.url} />
          </div>
          {share.isOlder && !over ? (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge dot="stale">{t('older')}</Badge>
              <Button size="sm" onClick={move} disabled={change.isPending}>
                {t('move')}
              </Button>
            </div>
          ) : null}
          <div className="flex flex-wrap items-center gap-2">
            <ShareOptions share={share} />
            <span className="ml-auto flex items-center gap-2">
              <IconButton words={t('qr')} aria-expanded={showsCode} onClick={() => setShowsCode(!showsCode)}>
                <QrCode aria-hidden="true" className="size-4" />
              </IconButton>
              <Button asChild look="bare" size="icon">
                <a href={share.url} target="_blank" rel="noreferrer" aria-label={t('open')} title={t('open')}>
                  <ExternalLink aria-hidden="true" className="size-4" />
                </a>
              </Button>
              <RevokeButton share={share} />
            </span>
          </div>
          {showsCode ? <QrPicture text={share.url} label={t('qrOf')} /> : null}
        </>
      )}
    </li>
  )
}
