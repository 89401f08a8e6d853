'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Changeable } from '@/components/editor/changeable'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { cx } from '@/components/ui/class-names'
import type { CastMember } from '@/lib/storyboard/schema'

/** The scenes as numbers, pressed where somebody of the cast is seen. */
export function SceneNumbers({ member }: { member: CastMember }) {
  const t = useTranslations('panel')
  const { edit } = useEditor()
  const { scenes } = useBoardText()
  const id = useId()
  const toggle = (sceneId: string, cast: readonly string[]) => {
    const value = cast.includes(member.id) ? cast.filter((m) => m !== member.id) : [...cast, member.id]
    edit({ type: 'scene.update', sceneId, edits: [{ field: 'cast', value, before: [...cast] }] })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-soft text-xs">
        {t('seenIn')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like this everywhere. */}
      <div role="group" aria-labelledby={id} className="flex max-h-28 flex-wrap gap-1 overflow-y-auto">
        <Changeable>
          {scenes.map((scene, i) => {
            const isIn = scene.cast.includes(member.id)
            return (
              <button
                key={scene.id}
                type="button"
                aria-pressed={isIn}
                aria-label={t('sceneNumber', { number: i + 1, title: scene.title })}
                title={scene.title}
                onClick={() => toggle(scene.id, scene.cast)}
                className={cx(
                  'numeric h-7 min-w-7 rounded-sm border px-1 text-xs pointer-coarse:size-11',
                  isIn ? 'border-ink bg-hover text-ink' : 'border-line text-soft hover:border-edge',
                )}
              >
                {i + 1}
              </button>
            )
          })}
        </Changeable>
      </div>
    </div>
  )
}
