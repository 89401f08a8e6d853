'use client'

import { Download, ExternalLink, Lock, QrCode } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { CopyLine } from '@/components/settings/copy-line'
import { useErrorWords } from '@/components/task/error-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import type { ShareLink } from '@/lib/share/schema'
import { QrPicture } from './qr-picture'
import { useChangeShare } from './queries'
import { RevokeButton } from './revoke-button'
import { ShareOptions } from './share-options'

/** One link: where it leads, who has come, and what can be done with it. */
export function ShareRow({ share, newestFilm }: { share: ShareLink; newestFilm: string }) {
  const t = useTranslations('links')
  const format = useFormatter()
  const toast = useToast()
  const words = useErrorWords()
  const change = useChangeShare(share)
  const [showsCode, setShowsCode] = useState(false)
  const made = format.dateTime(new Date(share.createdAt), { dateStyle: 'medium' })
  const views =
    share.viewsToday > 0
      ? t('viewsToday', { count: share.views, today: share.viewsToday })
      : t('views', { count: share.views })
  const over = share.state === 'open' ? null : share.state
  const move = () =>
    change.mutate(
      { filmId: newestFilm },
      {
        onSuccess: () => toast({ words: t('moved') }),
        onError: (error) => toast({ words: words(error), grave: true }),
      },
    )
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere min-w-0 flex-1 basis-40 font-medium">
          {share.label || t('unnamed', { when: made })}
        </span>
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
          <CopyLine text={share.url} />
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
            <span className="flex-1" />
            <IconButton words={t('qr')} aria-expanded={showsCode} onClick={() => setShowsCode(!showsCode)}>
              <QrCode aria-hidden="true" className="size-4" />
            </IconButton>
            <Button asChild look="bare" size="icon">
              <a href={share.url} target="_blank" rel="noreferrer" aria-label={t('open')} title={t('open')}>
                <ExternalLink aria-hidden="true" className="size-4" />
              </a>
            </Button>
            <RevokeButton share={share} />
          </div>
          {showsCode ? <QrPicture text={share.url} label={t('qrOf')} /> : null}
        </>
      )}
    </li>
  )
}
