'use client'

import { PanelBottom, PanelLeft, PanelRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import type { Layout } from './use-layout'

const FOLDS = [
  ['left', PanelLeft],
  ['timeline', PanelBottom],
  ['right', PanelRight],
] as const

interface FoldButtonsProps {
  layout: Layout
  onLayout: (change: Partial<Layout>) => void
}

/** Room for the picture: each side of the page can be folded away. */
export function FoldButtons({ layout, onLayout }: FoldButtonsProps) {
  const t = useTranslations('project')
  return (
    <span className="flex max-lg:hidden">
      {FOLDS.map(([name, Icon]) => (
        <IconButton
          key={name}
          words={layout[name] ? t(`fold.${name}`) : t(`unfold.${name}`)}
          aria-pressed={layout[name]}
          onClick={() => onLayout({ [name]: !layout[name] })}
          className={layout[name] ? 'text-ink' : 'text-soft'}
        >
          <Icon aria-hidden="true" className="size-4" />
        </IconButton>
      ))}
    </span>
  )
}
