'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCommands } from './command-store'

const PLACES = [
  ['desk', '/'],
  ['queue', '/queue'],
  ['status', '/status'],
] as const

/** Where one can go from every page. */
export function useGlobalCommands(): void {
  const t = useTranslations('palette')
  const router = useRouter()
  useCommands(
    PLACES.map(([name, path]) => ({
      id: `go ${name}`,
      group: 'go',
      words: t(`go.${name}`),
      also: t(`also.${name}`),
      run: () => router.push(path),
    })),
  )
}
