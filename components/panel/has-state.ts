import type { BoardScene } from '@/components/scene/board'
import { SLOTS } from '@/lib/storyboard/schema'

/** Whether any part of the scene stands so; a scene without words has no voice to wait for. */
export const hasState = (scene: BoardScene, states: readonly string[]): boolean =>
  SLOTS.some((slot) => {
    const isSilent = slot === 'narration' && scene.text.narration.trim() === ''
    return !isSilent && states.includes(scene.state.slots[slot].state)
  })
