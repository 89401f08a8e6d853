'use client'

import { UserCheck, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useLooks } from './use-looks'

/** Beside a take of a picture: whose look it is to be. */
export function LookMenu({ fingerprint }: { fingerprint: string }) {
  const t = useTranslations('look')
  const { canStart, cast, setLook } = useLooks()
  if (!canStart || cast.length === 0) return null
  const trigger = (
    <Button look="bare" className="pointer-coarse:h-11">
      <UserRound aria-hidden="true" className="size-4" />
      {t('useTake')}
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      {cast.map((member) => {
        const isLook = member.anchor === fingerprint
        return (
          <MenuItem
            key={member.id}
            icon={isLook ? <UserCheck /> : <UserRound />}
            onSelect={() => setLook(member, isLook ? null : fingerprint)}
          >
            {isLook ? t('notLook', { name: member.name }) : member.name}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
