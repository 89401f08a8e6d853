'use client'

import { useTranslations } from 'next-intl'
import { May } from '@/components/access/may'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { Button } from '@/components/ui/button'
import { PaperHills } from '@/components/ui/paper-hills'
import { Picture } from '@/components/ui/picture'
import { slotUrl } from '@/lib/project/address'
import type { CastMember } from '@/lib/storyboard/schema'
import { useLooks } from './use-looks'

/** The anchor picture of a character, or how to get one where an engine can start from it. */
export function MemberLook({ member }: { member: CastMember }) {
  const t = useTranslations('look')
  const { projectId, mayEdit } = useEditor()
  const { workspace, board } = usePlanned()
  const { canStart, setLook } = useLooks()
  const { anchor } = member
  if (!anchor) return canStart && mayEdit ? <p className="text-soft text-sm">{t('how')}</p> : null
  const take = workspace.takes.find((own) => own.slot === 'frame' && own.fingerprint === anchor)
  const { film } = board.settings
  const hills = <PaperHills seed={anchor} className="absolute inset-0" />
  return (
    <div className="flex items-center gap-3">
      <span
        className="relative w-28 shrink-0 overflow-hidden rounded-sm border border-line bg-mat"
        style={{ aspectRatio: `${film.width} / ${film.height}` }}
      >
        {take ? (
          <Picture
            key={anchor}
            src={slotUrl(projectId, take.sceneId, 'frame', anchor)}
            alt={t('of', { name: member.name })}
            instead={hills}
            className="absolute inset-0 size-full object-cover"
          />
        ) : (
          hills
        )}
      </span>
      <span className="flex flex-col items-start gap-1 text-sm">
        {canStart ? t('is') : t('unused')}
        <May need="editor">
          <Button size="sm" onClick={() => setLook(member, null)}>
            {t('remove')}
          </Button>
        </May>
      </span>
    </div>
  )
}
