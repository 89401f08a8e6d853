import { log } from '@/lib/base/log'
import { projectsWithLiveTargets } from '@/lib/task/store'
import { projectsWanting } from '@/lib/task/want/store'
import { produce } from './produce'

/** At most one `produce` of a project runs in this process, and at most one more waits: it sees what came meanwhile. */
const running = new Map<string, { again: boolean; done: Promise<void> }>()

export function produceSoon(projectId: string): Promise<void> {
  const current = running.get(projectId)
  if (current) {
    current.again = true
    return current.done
  }
  const state = { again: true, done: Promise.resolve() }
  const loop = async () => {
    try {
      while (state.again) {
        state.again = false
        await produce(projectId)
      }
    } catch (error) {
      // The sweep comes back to it.
      log.warn({ project: projectId, error: String(error) }, 'produce')
    } finally {
      running.delete(projectId)
    }
  }
  running.set(projectId, state)
  state.done = loop()
  return state.done
}

/** After a piece of work ended: every project with a live target that wanted it. */
export async function produceForWork(workId: string): Promise<void> {
  const projects = await projectsWanting(workId).catch(() => [])
  await Promise.all(projects.map(produceSoon))
}

/** Finds what a crash or a lost notice left behind. */
export async function produceAll(): Promise<void> {
  for (const projectId of await projectsWithLiveTargets()) await produceSoon(projectId)
}
