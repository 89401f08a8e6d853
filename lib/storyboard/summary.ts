import { type Operation, type Step, stepsOf } from './operations'

/** What an operation did, short enough for a line of the history. */
export interface OperationSummary {
  /** The type of its steps, or a batch's name. */
  name: string
  /** Scenes it touched, at most ten. */
  sceneIds: string[]
  /** Fields it changed, without slots: `narration`, `pins`. */
  fields: string[]
  steps: number
}

const MOST_SCENES = 10

const sceneOf = (step: Step): string[] => {
  if ('sceneId' in step) return [step.sceneId]
  return step.type === 'scene.insert' ? [step.scene.id] : []
}

export function summaryOf(operation: Operation): OperationSummary {
  const steps = stepsOf(operation)
  const types = new Set(steps.map((step) => step.type))
  const [only] = types
  return {
    name: types.size === 1 && only ? only : operation.type === 'batch' ? operation.name : operation.type,
    sceneIds: [...new Set(steps.flatMap(sceneOf))].slice(0, MOST_SCENES),
    fields: [
      ...new Set(
        steps.flatMap((step) =>
          'edits' in step ? step.edits.map(({ field }) => field.split('.')[0] ?? field) : [],
        ),
      ),
    ],
    steps: steps.length,
  }
}
