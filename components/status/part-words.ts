'use client'

import { useTranslations } from 'next-intl'
import { isDraft, useEngineChoice } from '@/components/engine/engine-choice'
import { useTouchedWords } from '@/components/i18n/use-words'
import type { HealthPart } from '@/lib/project/health-schema'

export interface PartWords {
  name: string
  details: string[]
  fix: string | null
}

const OWN_PARTS = ['database', 'runner', 'queue', 'ffmpeg', 'fonts', 'disk'] as const
const inGigabytes = (bytes: number): number => Math.round(bytes / 1e8) / 10

/** A part in the reader's language. A fault that only the server can tell, such as a driver's, stays in its words. */
export function usePartWords(): (part: HealthPart) => PartWords {
  const t = useTranslations('status')
  const draftOf = useEngineChoice(undefined)
  const detailsOf = useDetailWords()
  return (part) => {
    const own = OWN_PARTS.find((name) => name === part.name)
    const fixed = part.finding?.code === 'space' ? 'space' : own
    return {
      name: own ? t(`parts.${own}`) : isDraft(part.name) ? draftOf(part.name) : part.name,
      details: detailsOf(part),
      fix: part.fix && fixed ? t(`fix.${fixed}`) : part.fix,
    }
  }
}

function useDetailWords(): (part: HealthPart) => string[] {
  const t = useTranslations('status')
  const engine = useTranslations('engine.is')
  const touched = useTouchedWords()
  return ({ finding, detail }) => {
    if (!finding) return detail ? [detail] : []
    switch (finding.code) {
      case 'paused':
        return [t('finding.paused', { count: finding.count, when: touched(finding.since).words })]
      case 'space': {
        const used = inGigabytes(finding.usedBytes)
        const { freeBytes } = finding
        return [
          freeBytes === null
            ? t('finding.space', { used })
            : t('finding.spaceOf', { used, free: inGigabytes(freeBytes) }),
        ]
      }
      case 'engine': {
        const makes = t(`makes.${finding.kind}`)
        if (finding.state === 'ready') return [makes]
        const told = t('engineIs', { makes, state: engine(finding.state) })
        return finding.message ? [told, finding.message] : [told]
      }
      default: {
        const { code, ...values } = finding
        return [t(`finding.${code}`, values)]
      }
    }
  }
}
