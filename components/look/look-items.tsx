'use client'

import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BoardScene } from '@/components/scene/board'
import { MenuItem } from '@/components/ui/menu'
import { useLooks } from './use-looks'

/** In a scene's menu: its picture as the look of those who are seen in it. */
export function LookItems({ scene }: { scene: BoardScene }) {
  const t = useTranslations('look')
  const { canStart, cast, setLook } = useLooks()
  const picture = scene.state.slots.frame.fingerprint
  if (!canStart || !picture) return null
  const seen = cast.filter((member) => scene.text.cast.includes(member.id) && member.anchor !== picture)
  return seen.map((member) => (
    <MenuItem key={member.id} icon={<UserRound />} onSelect={() => setLook(member, picture)}>
      {t('useScene', { name: member.name })}
    </MenuItem>
  ))
}
