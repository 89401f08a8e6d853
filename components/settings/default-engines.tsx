'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useMay } from '@/components/access/use-may'
import { EngineSelect } from '@/components/engine/engine-select'
import { useErrorWords } from '@/components/task/error-words'
import { ControlGroup } from '@/components/ui/control-group'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { useChangeDefaults } from './change-connection'

const KINDS = ['storyboard', 'frame', 'clip', 'narration'] as const

/** What a new film starts with; films that are there keep what they have. */
export function DefaultEngines({ view }: { view: EnginesView }) {
  const t = useTranslations('settings')
  const kind = useTranslations('engine.kind')
  const id = useId()
  const mayChange = useMay('admin')
  const toast = useToast()
  const words = useErrorWords()
  const change = useChangeDefaults((error) => toast({ words: words(error), grave: true }))
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex flex-col gap-4 rounded border border-line bg-sheet p-4 md:p-5"
    >
      <div className="flex flex-col gap-1">
        <h2 id={`${id}-title`} className="font-serif text-lg">
          {t('defaults')}
        </h2>
        <p className="text-soft text-sm">{t('defaultsWhy')}</p>
      </div>
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
    </section>
  )
}
