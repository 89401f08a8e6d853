'use client'

import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { newId } from '@/components/editor/client-name'
import { useBoardText, useEditor } from '@/components/editor/editor-context'
import { Button } from '@/components/ui/button'
import { LIMITS } from '@/lib/storyboard/schema'
import { MemberCard } from './member-card'

/** Who the film is about. Their words go into every picture they are in, so that they look the same in each. */
export function CastTab() {
  const t = useTranslations('panel')
  const { edit } = useEditor()
  const { cast, language } = useBoardText()
  const add = () =>
    edit({
      type: 'cast.insert',
      member: { id: newId(), name: t('newMember'), aliases: [], description: '', anchor: null },
      after: cast.at(-1)?.id ?? null,
    })
  return (
    <div className="flex flex-col gap-4">
      <p className="text-soft text-sm">{t('castWhy')}</p>
      {cast.length === 0 ? <p className="text-soft">{t('castEmpty')}</p> : null}
      <ul className="flex flex-col gap-4">
        {cast.map((member, i) => (
          <MemberCard
            key={member.id}
            member={member}
            language={language}
            before={cast[i - 1]}
            afterNext={cast[i + 1]}
          />
        ))}
      </ul>
      <May need="editor">
        <Button onClick={add} disabled={cast.length >= LIMITS.cast} className="self-start">
          <UserPlus aria-hidden="true" className="size-4" />
          {t('addMember')}
        </Button>
      </May>
    </div>
  )
}
