'use client'

import { LogOut, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useLogout, useSession } from './queries'

/** Who you are here, and the way out; nothing in a studio that is open. */
export function SessionMenu() {
  const t = useTranslations('access')
  const { data: session } = useSession()
  const logout = useLogout()
  const tellError = useTellError()
  if (!session?.locked || !session.principal) return null
  const { key, name, role } = session.principal
  const who = `${key === 'studio' ? t('studioKey') : name} · ${t(`role.${role}`)}`
  // Why so little can be pressed is told without being asked.
  const isViewer = role === 'viewer'
  const leave = () =>
    logout.mutate(undefined, {
      onSuccess: () => window.location.assign('/login'),
      onError: tellError,
    })
  return (
    <Menu
      trigger={
        <Button
          look="bare"
          size={isViewer ? 'sm' : 'icon'}
          aria-label={t('you', { name: who })}
          title={t('you', { name: who })}
          className="pointer-coarse:h-10"
        >
          <UserRound aria-hidden="true" className="size-4" />
          {isViewer ? <span className="max-md:hidden">{t(`role.${role}`)}</span> : null}
        </Button>
      }
    >
      <p className="max-w-64 px-2.5 py-1.5 text-soft text-sm">{t('you', { name: who })}</p>
      <p className="max-w-64 px-2.5 pb-1.5 text-soft text-xs">{t(`roleWhat.${role}`)}</p>
      <MenuItem icon={<LogOut />} onSelect={leave}>
        {t('logout')}
      </MenuItem>
    </Menu>
  )
}
