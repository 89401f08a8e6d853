'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { type Key, keyParts } from './keys'

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

const never = () => () => undefined

/** A key as it is printed on this keyboard, part by part: `Ctrl`, `Z`; the space bar in words. */
export function useKeyWords(): (key: Key) => string[] {
  const t = useTranslations('keys')
  // The server knows no keyboard.
  const mac = useSyncExternalStore(never, isMac, () => false)
  return (key) => keyParts(key, mac).map((part) => (part === 'Space' ? t('space') : part))
}
