'use client'

import type { PageCommand } from '@/components/palette/commands'
import { useCommands } from '@/components/palette/use-commands'

const SKIP_MS = 5_000

interface PlayerActions {
  toggle: () => void
  skip: (byMs: number) => void
  mute: () => void
  fullscreen: () => void
  /** Left out where there is nothing to show or hide, or to repeat. */
  captions?: (() => void) | undefined
  loop?: () => void
}

/** What every player of the page can do, by the same names and keys. */
export function usePlayerCommands({ toggle, skip, mute, fullscreen, captions, loop }: PlayerActions): void {
  const commands: PageCommand[] = [
    { id: 'play.toggle', run: toggle, keys: ['Space', 'k'] },
    { id: 'play.back', run: () => skip(-SKIP_MS), keys: ['ArrowLeft'] },
    { id: 'play.on', run: () => skip(SKIP_MS), keys: ['ArrowRight'] },
    { id: 'play.mute', run: mute, keys: ['m'] },
    { id: 'play.fullscreen', run: fullscreen, keys: ['f'] },
  ]
  if (captions) commands.push({ id: 'play.captions', run: captions, keys: ['c'] })
  if (loop) commands.push({ id: 'play.loop', run: loop, keys: ['l'] })
  useCommands(commands)
}
