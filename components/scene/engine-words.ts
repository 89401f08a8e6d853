'use client'

import { useTranslations } from 'next-intl'
import { isUpload } from '@/lib/plan/upload'

/** Who made it: a draft engine of ours, the writer, or another engine by its model's name. Null when nobody did. */
export function useEngineWords(): (identity: string | null) => string | null {
  const t = useTranslations('scene')
  return (identity) => {
    const [, engine = '', model = ''] = identity?.match(/^([^/]+)\/(.+)@[^@]+$/) ?? []
    if (identity === null || engine === '') return null
    if (engine === 'draft') return t('draft')
    return isUpload({ engine: identity }) ? t('own') : (model.split('/').at(-1) ?? model)
  }
}
