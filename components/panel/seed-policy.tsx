'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { FieldGroup } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SEED_POLICIES, type SeedPolicy } from '@/lib/storyboard/schema'
import { newSeed } from './seed'

/** One seed for all pictures keeps them alike; each with its own keeps them apart. */
export function SeedPolicyField() {
  const t = useTranslations('panel')
  const id = useId()
  const { edit } = useEditor()
  const { settings } = useBoardText()
  const { seedPolicy, seed } = settings.frame
  const choose = (value: SeedPolicy) => {
    // A film that was made before there was such a seed gets its own.
    const isUnset = value === 'fixed' && seed === 0
    edit({
      type: 'settings.update',
      edits: [
        { field: 'frame.seedPolicy', value, before: seedPolicy },
        ...(isUnset ? [{ field: 'frame.seed', value: newSeed(), before: seed }] : []),
      ],
    })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <FieldGroup id={id} label={t('seedPolicy')}>
        <SegmentedControl
          labelledBy={id}
          value={seedPolicy}
          segments={SEED_POLICIES.map((value) => ({ value, label: t(`seedPolicies.${value}`) }))}
          onChange={choose}
        />
      </FieldGroup>
      <p className="text-soft text-sm">{t(`seedPolicyWhy.${seedPolicy}`)}</p>
    </div>
  )
}
