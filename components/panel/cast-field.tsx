'use client'

import { Check, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { May } from '@/components/access/may'
import { Changeable } from '@/components/editor/changeable'
import { useBoardText } from '@/components/editor/editor-context'
import { sceneFields, useField } from '@/components/editor/use-field'
import { cx } from '@/components/ui/class-names'
import type { Scene } from '@/lib/storyboard/schema'

/** Who of the cast is seen in a scene; a press puts somebody in or takes them out. */
export function CastField({ scene, onCast }: { scene: Scene; onCast: () => void }) {
  const t = useTranslations('panel')
  const id = useId()
  const { cast, language } = useBoardText()
  const { value, set } = useField<string[]>(sceneFields(scene), 'cast')
  return (
    <div className="flex flex-col gap-2">
      <span id={id} className="text-soft text-xs">
        {t('inScene')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like this everywhere. */}
      <div role="group" aria-labelledby={id} className="flex flex-wrap gap-1.5">
        <Changeable>
          {cast.map((member) => {
            const isIn = value.includes(member.id)
            return (
              <button
                key={member.id}
                type="button"
                lang={language}
                aria-pressed={isIn}
                title={member.description}
                onClick={() => set(isIn ? value.filter((m) => m !== member.id) : [...value, member.id])}
                className={cx(
                  'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm pointer-coarse:h-11',
                  isIn ? 'border-ink bg-hover text-ink' : 'border-line text-soft hover:border-edge',
                )}
              >
                {isIn ? <Check aria-hidden="true" className="size-3.5" /> : null}
                {member.name}
              </button>
            )
          })}
        </Changeable>
        <May need="editor">
          <button
            type="button"
            onClick={onCast}
            className="inline-flex h-8 items-center gap-1.5 rounded-full border border-line border-dashed px-3 text-soft text-sm hover:border-edge hover:text-ink pointer-coarse:h-11"
          >
            <Plus aria-hidden="true" className="size-3.5" />
            {t('editCast')}
          </button>
        </May>
      </div>
    </div>
  )
}
