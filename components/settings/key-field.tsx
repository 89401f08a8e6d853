'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'

export type KeyWish = { kind: 'keep' } | { kind: 'forget' } | { kind: 'set'; value: string }

interface KeyFieldProps {
  hasKey: boolean
  wish: KeyWish
  onWish: (wish: KeyWish) => void
}

/** A key can be given and forgotten, never read. */
export function KeyField({ hasKey, wish, onWish }: KeyFieldProps) {
  const t = useTranslations('settings')
  const id = useId()
  const keep = () => onWish({ kind: 'keep' })
  if (wish.kind === 'set') {
    return (
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-soft text-xs">
          {t('key')}
        </label>
        <span className="flex gap-2">
          <input
            id={id}
            type="password"
            autoComplete="new-password"
            // biome-ignore lint/a11y/noAutofocus: the button just pressed asked for it.
            autoFocus
            value={wish.value}
            onChange={(event) => onWish({ kind: 'set', value: event.target.value })}
            className="h-9 min-w-0 flex-1 rounded border border-line bg-paper px-3 hover:border-edge"
          />
          <Button look="bare" onClick={keep}>
            {t('cancel')}
          </Button>
        </span>
      </div>
    )
  }
  const isSet = hasKey && wish.kind === 'keep'
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-soft text-xs">{t('key')}</span>
      <span className="flex flex-wrap items-center gap-2 text-sm">
        <span>{wish.kind === 'forget' ? t('keyForgotten') : isSet ? t('keySet') : t('keyNone')}</span>
        <Button size="sm" onClick={() => onWish({ kind: 'set', value: '' })}>
          {isSet ? t('keyReplace') : t('keyGive')}
        </Button>
        {isSet ? (
          <Button size="sm" look="bare" onClick={() => onWish({ kind: 'forget' })}>
            {t('keyForget')}
          </Button>
        ) : null}
        {wish.kind === 'forget' ? (
          <Button size="sm" look="bare" onClick={keep}>
            {t('keyKeep')}
          </Button>
        ) : null}
      </span>
    </div>
  )
}
