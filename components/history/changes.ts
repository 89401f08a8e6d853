/** What bringing an earlier storyboard back would change against now. */
import { operationBetween } from '@/lib/storyboard/diff'
import { stepsOf } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'

export interface Change {
  kind: 'back' | 'gone' | 'moved' | 'changed' | 'cast' | 'settings'
  /** Title of the scene, name of the character. */
  name: string
  /** Fields that differ, with the text now and then. */
  fields: { field: string; from: unknown; to: unknown }[]
}

export function changesTo(now: Storyboard, then: Storyboard): Change[] {
  const operation = operationBetween(now, then, 'restore')
  if (!operation) return []
  const titleOf = (id: string) =>
    [now, then].flatMap((board) => board.scenes).find((scene) => scene.id === id)?.title ?? id
  const memberOf = (id: string) =>
    [now, then].flatMap((board) => board.cast).find((member) => member.id === id)?.name ?? id
  return stepsOf(operation).flatMap((step): Change[] => {
    const fields =
      'edits' in step
        ? step.edits.map(({ field, value, before }) => ({
            field,
            from: before as unknown,
            to: value as unknown,
          }))
        : []
    switch (step.type) {
      case 'scene.insert':
        return [{ kind: 'back', name: step.scene.title, fields }]
      case 'scene.remove':
        return [{ kind: 'gone', name: titleOf(step.sceneId), fields }]
      case 'scene.move':
        return [{ kind: 'moved', name: titleOf(step.sceneId), fields }]
      case 'scene.update':
        return [{ kind: 'changed', name: titleOf(step.sceneId), fields }]
      case 'cast.update':
        return [{ kind: 'cast', name: memberOf(step.memberId), fields }]
      case 'cast.insert':
        return [{ kind: 'back', name: step.member.name, fields }]
      case 'cast.remove':
        return [{ kind: 'gone', name: memberOf(step.memberId), fields }]
      case 'settings.update':
      case 'storyboard.update':
        return [{ kind: 'settings', name: '', fields }]
      default:
        return []
    }
  })
}
