import { db } from '@/lib/base/db'
import { log } from '@/lib/base/log'
import { publish } from '@/lib/live/publish'
import type { StageContext } from '@/lib/stage/contract'
import { reportProgress, type TaskRow } from '@/lib/task/store'

/** Often enough for a bar that moves, seldom enough not to be the work. */
const REPORT_EVERY_MS = 250
const LONGEST_PREVIEW = 6000

/** Passes a stage's progress on: at most one write at a time, the newest value wins. */
export function reporterOf(row: TaskRow): { onProgress: StageContext['onProgress']; close(): Promise<void> } {
  let last = 0
  let busy: Promise<void> = Promise.resolve()
  let isBusy = false
  const send = async (ratio: number, preview?: string) => {
    await reportProgress(row.id, Math.min(ratio, 0.99))
    if (preview && row.sceneId && preview.length < LONGEST_PREVIEW) {
      const { projectId: project, sceneId: scene, id: task } = row
      await publish(db(), { kind: 'preview', project, scene, task, image: preview })
    }
  }
  return {
    onProgress({ ratio, preview }) {
      const now = performance.now()
      if (isBusy || now - last < REPORT_EVERY_MS) return
      last = now
      isBusy = true
      busy = send(ratio, preview)
        .catch((error) => log.warn({ error: String(error) }, 'progress'))
        .finally(() => {
          isBusy = false
        })
    },
    close: () => busy,
  }
}
