'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useMay } from '@/components/access/use-may'
import { EngineSelect } from '@/components/engine/engine-select'
import { useTellError } from '@/components/task/tell-error'
import { ControlGroup } from '@/components/ui/control-group'
import { Field } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { useChangeDefaults } from './change-connection'

const KINDS = ['storyboard', 'frame', 'clip', 'narration'] as const

/** What a new film starts with; films that are there keep what they have. */
export function DefaultEngines({ view }: { view: EnginesView }) {
  const t = useTranslations('settings')
  const kind = useTranslations('engine.kind')
  const id = useId()
  const mayChange = useMay('admin')
  const tellError = useTellError()
  const change = useChangeDefaults(tellError)
  return (
    <Section title={t('defaults')} lead={t('defaultsWhy')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <ControlGroup isShut={!mayChange}>
          {KINDS.map((name) => (
            <Field key={name} id={`${id}-${name}`} label={kind(name)}>
              <EngineSelect
                id={`${id}-${name}`}
                kind={name}
                view={view}
                value={view.defaults[name]}
                onChange={(identity) => change.mutate({ ...view.defaults, [name]: identity })}
                className="w-full"
              />
            </Field>
          ))}
        </ControlGroup>
      </div>
    </Section>
  )
}
