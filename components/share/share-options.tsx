'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { useTellError } from '@/components/task/tell-error'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { ShareChange, ShareLink } from '@/lib/share/schema'
import { EXPIRIES, type Expiry, expiresAt } from './expiry'
import { useChangeShare } from './queries'

const AS_IT_IS = 'as-it-is'

/** How long the link lasts and whether the film may be kept, changed in place. */
export function ShareOptions({ share }: { share: ShareLink }) {
  const t = useTranslations('links')
  const format = useFormatter()
  const tellError = useTellError()
  const id = useId()
  const save = useChangeShare(share)
  const change = (wish: ShareChange) => save.mutate(wish, { onError: tellError })
  const until =
    share.expiresAt && format.dateTime(new Date(share.expiresAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <label htmlFor={`${id}-expiry`} className="sr-only">
        {t('expiry')}
      </label>
      <Select
        id={`${id}-expiry`}
        value={share.expiresAt === null ? 'never' : AS_IT_IS}
        disabled={save.isPending}
        onChange={(event) => change({ expiresAt: expiresAt(event.target.value as Expiry) })}
        className="max-w-full"
      >
        {until === null ? null : (
          <option value={AS_IT_IS} disabled>
            {t('until', { when: until })}
          </option>
        )}
        {EXPIRIES.map((one) => (
          <option key={one} value={one}>
            {t(`expires.${one}`)}
          </option>
        ))}
      </Select>
      <Switch
        id={`${id}-download`}
        label={t('allowDownload')}
        checked={save.isPending ? (save.variables.allowDownload ?? share.allowDownload) : share.allowDownload}
        onChange={(allowDownload) => change({ allowDownload })}
      />
    </>
  )
}
