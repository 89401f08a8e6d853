'use client'

import { useTranslations } from 'next-intl'
import type { Exported } from '@/lib/project/export/schema'

/** "Film, 1280 × 720, without captions", "Whole project (ZIP)". */
export function useExportWords(): (exported: Exported) => string {
  const t = useTranslations('export')
  return ({ format, width, height, captions }) =>
    format === 'mp4' && width && height
      ? t(captions ? 'film.captioned' : 'film.plain', { width: String(width), height: String(height) })
      : t(`format.${format}`)
}
