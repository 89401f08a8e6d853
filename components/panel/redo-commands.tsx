'use client'

import { useChosenScene } from '@/components/editor/chosen-scene'
import { usePlanned } from '@/components/editor/editor-context'
import type { CommandId, PageCommand } from '@/components/palette/commands'
import { useCommands } from '@/components/palette/use-commands'
import type { Slot } from '@/lib/storyboard/schema'
import { hasState } from './has-state'
import { type RedoWish, useCostWords, useRedo } from './use-redo'

const ONE: readonly [CommandId, Slot, boolean][] = [
  ['make.picture', 'frame', false],
  ['make.newPicture', 'frame', true],
  ['make.movement', 'clip', false],
  ['make.newMovement', 'clip', true],
  ['make.voice', 'narration', false],
  ['make.newVoice', 'narration', true],
]

/** Making the chosen scene's parts, or many scenes at once, by name. */
export function RedoCommands() {
  const { scenes } = usePlanned()
  const scene = useChosenScene()
  const { preview, redo } = useRedo()
  const cost = useCostWords()
  const command = (id: CommandId, slot: Slot, sceneIds: readonly string[], fresh = false): PageCommand => {
    const wish: RedoWish = { slot, sceneIds, fresh }
    return { id, run: () => void redo(wish), says: () => cost(preview(wish)) }
  }
  const idsWith = (states: readonly string[]) =>
    scenes.filter((one) => hasState(one, states)).map((one) => one.id)
  const stale = idsWith(['stale'])
  const missing = idsWith(['missing', 'blocked', 'failed'])
  const fromHere = scenes.slice((scene?.number ?? 1) - 1).map((one) => one.id)
  useCommands([
    ...(scene ? ONE.map(([id, slot, fresh]) => command(id, slot, [scene.id], fresh)) : []),
    ...(stale.length > 0 ? [command('make.stale', 'clip', stale)] : []),
    ...(missing.length > 0 ? [command('make.missing', 'clip', missing)] : []),
    command('make.fromHere', 'clip', fromHere),
  ])
  return null
}
