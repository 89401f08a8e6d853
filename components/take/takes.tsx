'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useCommands } from '@/components/palette/use-commands'
import { isPress, type Key } from '@/components/shell/keys'
import { isMac } from '@/components/shell/use-key-words'
import { Button } from '@/components/ui/button'
import { DropVeil } from '@/components/ui/drop-veil'
import { Notice } from '@/components/ui/notice'
import { useDrop } from '@/components/ui/use-drop'
import type { Size, Slot } from '@/lib/storyboard/schema'
import { CompareSwitch } from './compare-switch'
import { TakeActions } from './take-actions'
import { type CompareMode, TakeStage } from './take-stage'
import { TakeStrip } from './take-strip'
import { afterDiscard, rivalOf, type ShownTake } from './takes-of'
import { UploadTake } from './upload-take'
import { usePeek } from './use-peek'
import { type UploadTo, useUpload } from './use-upload'

interface TakesProps {
  slot: Slot
  /** The film's. */
  size: Size
  /** Oldest first. */
  takes: readonly ShownTake[]
  /** The one that the film uses, or null while there is none. */
  chosen: string | null
  /** The one that was chosen by hand, or null. */
  pinned: string | null
  /** Null where they are only looked at. */
  changes: TakeChanges | null
}

export interface TakeChanges {
  /** Null lets the scene's own recipe choose again. */
  choose: (fingerprint: string | null) => void
  discard: (take: ShownTake) => void
  uploadTo: UploadTo
  /** What else can be done with the take that is looked at. */
  more?: (take: ShownTake) => ReactNode
}

/**
 * Everything about the takes of one slot: look at them, hold them against each other, choose, throw away, bring one's
 * own. Its keys work while the focus is within: arrows flip, A uses, X throws away, Space held shows the one in the film.
 */
export function Takes(props: TakesProps) {
  const { slot, size, takes, chosen, pinned, changes } = props
  const t = useTranslations('take')
  const strip = useRef<HTMLDivElement>(null)
  const [flipped, setFlipped] = useState<string | null>(null)
  const [mode, setMode] = useState<CompareMode>('one')
  const [peeking, setPeeking] = usePeek()
  const upload = useUpload(slot, async (...file) => {
    await changes?.uploadTo(...file)
    setFlipped(null)
  })
  const drop = useDrop(changes ? upload.send : null)

  const find = (fingerprint: string | null) => takes.find((take) => take.fingerprint === fingerprint)
  // What was flipped to, until it goes; else what the film uses, else the newest.
  const shown = find(flipped) ?? find(chosen) ?? takes.at(-1)
  const rival = rivalOf(takes, shown?.fingerprint, chosen)
  const isChosen = shown !== undefined && shown.fingerprint === chosen
  const isPinned = shown !== undefined && shown.fingerprint === pinned

  const use = () => {
    if (!shown || isPinned) return
    changes?.choose(shown.fingerprint)
    setFlipped(null)
  }
  const discard = () => {
    if (!shown || isChosen || !changes) return
    setFlipped(afterDiscard(takes, shown.fingerprint))
    changes.discard(shown)
  }

  const own = [
    { id: 'take.use', run: use, keys: ['a', 'Enter'], on: 'take' },
    { id: 'take.discard', run: discard, keys: ['x', 'Delete'], on: 'take' },
  ] as const
  useCommands([
    ...own,
    { id: 'take.flip', keys: ['ArrowLeft', 'ArrowRight'], on: 'take' },
    { id: 'take.peek', keys: ['Space'], on: 'take' },
  ])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const is = (key: Key) => isPress(event.nativeEvent, key, isMac())
    const pressed = changes && own.find(({ keys }) => keys.some(is))
    const run = is('Space') ? () => setPeeking(rival !== undefined) : pressed?.run
    // Elsewhere Enter and the space bar press what has the focus.
    const presses = event.key === 'Enter' || event.key === ' '
    if (!run || (presses && event.target !== strip.current)) return
    event.preventDefault()
    if (!event.repeat) run()
  }
  return (
    <section
      aria-label={t(`title.${slot}`)}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key === ' ' && setPeeking(false)}
      {...drop.handlers}
      className="relative flex flex-col gap-3"
    >
      <header className="flex min-h-9 items-center gap-3">
        <h3 className="shrink-0 font-medium">{t(`title.${slot}`)}</h3>
        <p className="numeric shrink-0 text-soft text-sm">{t('count', { count: takes.length })}</p>
        {changes ? (
          <div className="ml-auto flex min-w-0 justify-end">
            <UploadTake slot={slot} state={upload.state} onFile={upload.send} onCancel={upload.cancel} />
          </div>
        ) : null}
      </header>
      {shown ? (
        <>
          <TakeStage
            slot={slot}
            size={size}
            takes={takes}
            shown={shown}
            rival={rival}
            chosen={chosen}
            mode={mode}
            peeking={peeking}
            onPeek={setPeeking}
          />
          <div className="flex flex-wrap items-center gap-2">
            {changes ? (
              <TakeActions
                isChosen={isChosen}
                isPinned={isPinned}
                onUse={use}
                onUnpin={() => changes.choose(null)}
                onDiscard={discard}
                more={changes.more?.(shown)}
              />
            ) : null}
            {rival ? <CompareSwitch slot={slot} mode={mode} onMode={setMode} /> : null}
          </div>
          <TakeStrip
            ref={strip}
            slot={slot}
            size={size}
            takes={takes}
            shown={shown.fingerprint}
            chosen={chosen}
            pinned={pinned}
            onShow={setFlipped}
          />
          <p className="text-soft text-xs pointer-coarse:hidden">{changes ? t('keys') : t('keysLooking')}</p>
        </>
      ) : (
        <p className="rounded border border-line border-dashed px-5 py-8 text-soft">
          {changes ? t(`empty.${slot}`) : t(`none.${slot}`)}
        </p>
      )}
      {upload.state.kind === 'failed' ? (
        <Notice
          tone="failed"
          title={t('notTaken', { name: upload.state.name })}
          actions={
            <Button size="sm" onClick={upload.dismiss} className="pointer-coarse:h-11">
              {t('dismiss')}
            </Button>
          }
        >
          {upload.state.words}
        </Notice>
      ) : null}
      <DropVeil over={drop.over} className="inset-0">
        {t(`drop.${slot}`)}
      </DropVeil>
    </section>
  )
}
