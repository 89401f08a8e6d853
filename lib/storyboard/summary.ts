import { type Operation, type Step, stepsOf } from './operations'

/** What was done, short enough for a line of the history or the name of an undo. */
export interface OperationSummary {
  /** A step's type, `duplicate`, or what the writer's batch is called (`restore`, `boundary`); `several` otherwise. */
  name: string
  /** Scenes and characters it touched, at most ten each. */
  sceneIds: string[]
  memberIds: string[]
  /** How many scenes it touched. */
  scenes: number
  /** Of the one scene or character that came or went, whose place tells nothing any more; empty where there is none. */
  title: string
  /** Fields it changed, without slots: `narration`, `pins`. */
  fields: string[]
}

const MOST = 10

/** Batches that say nothing beyond what their steps do. */
const PLAIN_BATCHES = new Set(['json', 'api', 'undo', 'redo'])

/**
 * Several operations, oldest first, as one: the edits of a gesture. `inverses` know what was taken out.
 */
export function summaryOf(
  operations: readonly Operation[],
  inverses: readonly Operation[] = [],
): OperationSummary {
  const steps = operations.flatMap(stepsOf)
  const sceneIds = [...new Set(steps.flatMap(sceneOf))]
  return {
    name: nameOf(operations, steps),
    sceneIds: sceneIds.slice(0, MOST),
    memberIds: [...new Set(steps.flatMap(memberOf))].slice(0, MOST),
    scenes: sceneIds.length,
    title: titleOf([...steps, ...inverses.flatMap(stepsOf)]),
    fields: [...new Set(steps.flatMap(fieldsOf))],
  }
}

function nameOf(operations: readonly Operation[], steps: readonly Step[]): string {
  const batches = new Set(operations.map((operation) => (operation.type === 'batch' ? operation.name : '')))
  const [batch = ''] = batches
  if (batches.size === 1 && batch !== '' && !PLAIN_BATCHES.has(batch)) return batch
  const types = new Set(steps.map((step) => (isCopy(step) ? 'duplicate' : step.type)))
  const [only] = types
  return types.size === 1 && only ? only : 'several'
}

const isCopy = (step: Step): boolean => step.type === 'scene.insert' && step.from !== null

const sceneOf = (step: Step): string[] => {
  if ('sceneId' in step) return [step.sceneId]
  return step.type === 'scene.insert' ? [step.scene.id] : []
}

const memberOf = (step: Step): string[] => {
  if ('memberId' in step) return [step.memberId]
  return step.type === 'cast.insert' ? [step.member.id] : []
}

const fieldsOf = (step: Step): string[] =>
  'edits' in step ? step.edits.map(({ field }) => field.split('.')[0] ?? field) : []

function titleOf(steps: readonly Step[]): string {
  const titles = steps.flatMap((step) => {
    if (step.type === 'scene.insert') return [step.scene.title]
    return step.type === 'cast.insert' ? [step.member.name] : []
  })
  return titles.length === 1 ? (titles[0] ?? '') : ''
}
