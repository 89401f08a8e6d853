'use client'

import { useTranslations } from 'next-intl'
import { newId } from '@/components/editor/client-name'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { Dialog } from '@/components/ui/dialog'
import { moveBoundary } from '@/lib/storyboard/build'
import type { Operation } from '@/lib/storyboard/operations'
import { joinText } from '@/lib/storyboard/scene-text'
import type { CutWish } from './board-context'
import { CutText } from './cut-text'
import { focusScene } from './focus-scene'

/** One scene becomes two, or words go over from one scene to the next: the same text, cut at another word. */
export function CutDialog({ wish, onClose }: { wish: CutWish | null; onClose: () => void }) {
  const t = useTranslations('board')
  const common = useTranslations('common')
  return (
    <Dialog
      open={wish !== null}
      onOpenChange={(open) => !open && onClose()}
      title={wish?.kind === 'boundary' ? t('boundary') : t('split')}
      closeWords={common('close')}
    >
      {wish ? <Cut key={`${wish.kind} ${wish.sceneId}`} wish={wish} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Cut({ wish, onClose }: { wish: CutWish; onClose: () => void }) {
  const t = useTranslations('board')
  const { edit, chosen } = useEditor()
  const { board } = usePlanned()
  const place = board.scenes.findIndex((scene) => scene.id === wish.sceneId)
  const scene = board.scenes[place]
  const next = board.scenes[place + 1]
  const isSplit = wish.kind === 'split'
  if (!scene || (!isSplit && !next)) return <p>{t('gone')}</p>
  const text = isSplit ? scene.narration : joinText(scene.narration, next?.narration ?? '')
  const id = newId()
  const operationAt = (at: number): Operation | null =>
    isSplit
      ? { type: 'scene.split', sceneId: scene.id, at, newId: id, narration: scene.narration }
      : moveBoundary(board, scene.id, at)
  const finish = (at: number) => {
    const operation = operationAt(at)
    onClose()
    if (operation && !edit(operation)) return
    chosen.choose(scene.id)
    focusScene(scene.id)
  }
  return (
    <CutText
      text={text}
      language={board.language}
      speed={scene.speed ?? board.settings.voice.speed}
      first={isSplit ? null : scene.narration.length}
      names={[t('sceneNumber', { number: place + 1 }), t('sceneNumber', { number: place + 2 })]}
      action={isSplit ? t('splitHere') : t('boundaryHere')}
      operationAt={operationAt}
      onCut={finish}
      onClose={onClose}
    />
  )
}
