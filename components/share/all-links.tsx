'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { CopyLine } from '@/components/settings/copy-line'
import { ReadFailed } from '@/components/task/read-failed'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import type { ShareLink } from '@/lib/share/schema'
import { useAllShares } from './queries'
import { RevokeButton } from './revoke-button'
import { useShareWords } from './share-words'

/** Every link that leads out of the studio, whichever film it shows: for those who may end it. */
export function AllLinks() {
  const t = useTranslations('links')
  const mayEnd = useMay('editor')
  const { data: links, error, refetch } = useAllShares(mayEnd)
  if (!mayEnd) return null
  return (
    <Section title={t('all')} lead={t('allLead')}>
      {error ? <ReadFailed error={error} onAgain={refetch} /> : null}
      {links?.length === 0 ? <p className="text-soft text-sm">{t('none')}</p> : null}
      {links?.length ? (
        <ul className="flex flex-col divide-y divide-line border-line border-t">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function LinkRow({ link }: { link: ShareLink }) {
  const t = useTranslations('links')
  const { name, views } = useShareWords()(link)
  const isOver = link.state !== 'open'
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere min-w-0 flex-1 basis-52">
          <Link
            href={`/projects/${link.projectId}`}
            prefetch={false}
            className="rounded font-medium font-serif hover:underline"
          >
            {link.projectTitle || t('untitled')}
          </Link>{' '}
          <span className="text-soft text-sm">{name}</span>
        </span>
        {link.state === 'open' ? null : <Badge dot="failed">{t(`state.${link.state}`)}</Badge>}
        <span className="numeric text-soft text-sm">{views}</span>
        {link.state === 'revoked' ? null : <RevokeButton share={link} />}
      </div>
      {isOver ? null : <CopyLine text={link.url} />}
    </li>
  )
}
