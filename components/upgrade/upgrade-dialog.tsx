'use client'

/** Upgrade: another engine for a part of many scenes, with everything it would do told before it is done. */
import { useTranslations } from 'next-intl'
import { useSelected } from '@/components/board/board-context'
import { Dialog } from '@/components/ui/dialog'
import { UpgradeForm } from './upgrade-form'

interface UpgradeDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function UpgradeDialog({ open, onOpenChange }: UpgradeDialogProps) {
  const t = useTranslations('upgrade')
  const common = useTranslations('common')
  const selected = useSelected()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} closeWords={common('close')}>
      {open ? <UpgradeForm selected={selected} onClose={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
}
