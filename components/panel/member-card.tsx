'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { May } from '@/components/access/may'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { memberFields, useField } from '@/components/editor/use-field'
import { MemberLook } from '@/components/look/member-look'
import { IconButton } from '@/components/ui/icon-button'
import { useToast } from '@/components/ui/toast'
import type { Operation } from '@/lib/storyboard/operations'
import type { CastMember, Storyboard } from '@/lib/storyboard/schema'
import { SceneNumbers } from './scene-numbers'
import { TextField } from './text-field'
import { Touches } from './touches'

interface MemberCardProps {
  member: CastMember
  language: string
  /** Neighbours, to trade places with. */
  before: CastMember | undefined
  afterNext: CastMember | undefined
}

/** Placed anew: a removal and an insertion, taken back as one. */
const moved = (member: CastMember, after: string | null): Operation => ({
  type: 'batch',
  name: 'cast-move',
  steps: [
    { type: 'cast.remove', memberId: member.id },
    { type: 'cast.insert', member, after },
  ],
})

export function MemberCard({ member, language, before, afterNext }: MemberCardProps) {
  const t = useTranslations('panel')
  const { edit, undo } = useEditor()
  const toast = useToast()
  const { cast } = useBoardText()
  const owner = memberFields(member)
  const description = useField<string>(owner, 'description')
  const change = useCallback(
    (board: Storyboard): Operation | null => {
      const now = board.cast.find((m) => m.id === member.id)
      if (!now) return null
      const edits = [
        { field: 'description', value: `${now.description} `.slice(-499), before: now.description },
      ]
      return { type: 'cast.update', memberId: member.id, edits }
    },
    [member.id],
  )
  const placeBefore = before && (cast[cast.indexOf(before) - 1]?.id ?? null)
  const remove = () => {
    if (!edit({ type: 'cast.remove', memberId: member.id })) return
    toast({ words: t('removed', { name: member.name }), action: { label: t('undo'), run: undo } })
  }
  return (
    <li className="flex flex-col gap-3 rounded border border-line p-3">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <TextField
            field={useField<string>(owner, 'name')}
            name="member"
            label={t('name')}
            kind="line"
            lang={language}
            max={100}
          />
        </div>
        <May need="editor">
          <IconButton
            words={t('up')}
            disabled={!before}
            onClick={() => edit(moved(member, placeBefore ?? null))}
          >
            <ArrowUp aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton
            words={t('down')}
            disabled={!afterNext}
            onClick={() => afterNext && edit(moved(member, afterNext.id))}
          >
            <ArrowDown aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton words={t('remove', { name: member.name })} onClick={remove}>
            <Trash2 aria-hidden="true" className="size-4" />
          </IconButton>
        </May>
      </div>
      <TextField
        field={description}
        name="description"
        label={t('description')}
        max={500}
        {...(description.readOnly ? {} : { placeholder: t('descriptionHint') })}
      />
      <MemberLook member={member} />
      <Touches change={change} none={t('touchesNone')} />
      <SceneNumbers member={member} />
    </li>
  )
}
