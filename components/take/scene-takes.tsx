'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { changeWorkspace } from '@/components/editor/change-workspace'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { withTakes } from '@/components/editor/patch-workspace'
import { LookMenu } from '@/components/look/look-menu'
import type { BoardScene } from '@/components/scene/board'
import { useTellError } from '@/components/task/tell-error'
import { useToast } from '@/components/ui/toast'
import type { Slot } from '@/lib/storyboard/schema'
import { useBringBackTake, useDiscardTake } from './discard-take'
import { sendFile } from './send-file'
import { type TakeChanges, Takes } from './takes'
import { takesOf } from './takes-of'
import type { UploadTo } from './use-upload'

/** The takes of one slot of a scene of the film that is open. */
export function SceneTakes({ scene, slot }: { scene: BoardScene; slot: Slot }) {
  const t = useTranslations('take')
  const { projectId, mayEdit, edit } = useEditor()
  const { workspace, board, plan } = usePlanned()
  const client = useQueryClient()
  const toast = useToast()
  const takes = useMemo(() => takesOf(workspace, scene.id, slot), [workspace, scene.id, slot])
  const place = { projectId, sceneId: scene.id, slot }
  const pinned = scene.text.pins[slot] ?? null
  const planned = plan.board.find((own) => own.sceneId === scene.id)?.slots[slot]

  const onError = useTellError()
  const bringBack = useBringBackTake(place)
  const discard = useDiscardTake(place, {
    onDiscarded: (fingerprint) =>
      toast({
        words: t('discarded'),
        action: { label: t('bringBack'), run: () => bringBack.mutate(fingerprint, { onError }) },
      }),
    onError,
  })
  const choose = (fingerprint: string | null) =>
    edit({
      type: 'scene.update',
      sceneId: scene.id,
      edits: [{ field: `pins.${slot}`, value: fingerprint, before: pinned }],
    })
  const uploadTo: UploadTo = async (file, signal, onProgress) => {
    const { asset, ...take } = await sendFile(place, file, signal, onProgress)
    changeWorkspace(client, projectId, (known) => withTakes(known, [take], [asset]))
    choose(take.fingerprint)
  }
  const changes: TakeChanges = {
    choose,
    discard: (take) => discard.mutate(take.fingerprint),
    uploadTo,
    ...(slot === 'frame' ? { more: (take) => <LookMenu fingerprint={take.fingerprint} /> } : {}),
  }
  return (
    <Takes
      key={`${scene.id}/${slot}`}
      slot={slot}
      size={board.settings.film}
      takes={takes}
      chosen={planned?.chosen ?? null}
      pinned={pinned}
      changes={mayEdit ? changes : null}
    />
  )
}
