'use client'

import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'

export interface Volume {
  /** 0 to 1. */
  level: number
  muted: boolean
  onLevel: (level: number) => void
  onMute: () => void
}

export function VolumeControl({ level, muted, onLevel, onMute }: Volume) {
  const t = useTranslations('player')
  const Icon = muted || level === 0 ? VolumeX : level < 0.5 ? Volume1 : Volume2
  // Arrows move this slider and not the film.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) event.stopPropagation()
  }
  return (
    <span className="group/volume flex items-center">
      <IconButton look="stage" words={muted ? t('unmute') : t('mute')} keys="M" onClick={onMute}>
        <Icon aria-hidden="true" className="size-4" />
      </IconButton>
      <input
        type="range"
        aria-label={t('volume')}
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : level}
        onChange={(event) => onLevel(Number(event.target.value))}
        onKeyDown={onKeyDown}
        className="h-1 w-0 cursor-pointer opacity-0 accent-on-stage transition-[width,opacity] focus-visible:w-16 focus-visible:opacity-100 group-focus-within/volume:w-16 group-focus-within/volume:opacity-100 group-hover/volume:w-16 group-hover/volume:opacity-100 pointer-coarse:hidden"
      />
    </span>
  )
}
