/** A studio with two shared projects, and the share routes behind the true door. */
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { editStoryboard } from '@/lib/project/edit'
import { getProject } from '@/lib/project/store'
import { operationSchema } from '@/lib/storyboard/operations'
import { getRevision } from '@/lib/storyboard/store'
import { openStudio } from '@/tests/kit/studio'
import type { Json } from './caller'
import { serveShares } from './share-caller'

export const KEY = { 'x-api-key': 'open sesame' }

/** Each test has its tries to itself. */
export const forgetTries = (): void => {
  ;(globalThis as { studioLimits?: unknown }).studioLimits = undefined
}

export type ShareStudio = Awaited<ReturnType<typeof openShareStudio>>

export async function openShareStudio() {
  const studio = await openStudio()
  Object.assign(env, { studioKey: 'open sesame', studioSecret: 'a secret of the test' })
  const web = await serveShares()

  /** The id of the newest film. */
  async function render(projectId: string): Promise<string> {
    const task = await studio.start(projectId)
    if ((await studio.ended(task.id)).status !== 'done') throw new Error('no film')
    const film = await db().film.findFirstOrThrow({ where: { projectId }, orderBy: { createdAt: 'desc' } })
    return film.id
  }

  // Two projects of two scenes, each with a film; the first without burnt subtitles.
  const fox = await studio.makeProject('A fox ran. A lantern glowed.', (brief) => {
    brief.settings.subtitles = false
  })
  const lamp = await studio.makeProject('The keeper lit the lamp. The sea was calm.')
  const films: Record<string, string> = { [fox]: await render(fox), [lamp]: await render(lamp) }

  return {
    studio,
    web,
    fox,
    lamp,
    films,
    render,
    /** The first scene's line. */
    async reword(projectId: string, value: string): Promise<void> {
      const { revision } = await getProject(projectId)
      const [scene] = (await getRevision(projectId, revision)).storyboard.scenes
      if (!scene) throw new Error('no scenes')
      const edits = [{ field: 'narration', value, before: scene.narration }]
      const operation = operationSchema.parse({ type: 'scene.update', sceneId: scene.id, edits })
      await editStoryboard(projectId, operation, { client: 'test' })
    },
    async share(projectId: string, wanted: object = {}): Promise<Json> {
      const response = await web.json(`/api/projects/${projectId}/shares`, 'POST', wanted, KEY)
      if (response.status !== 201) throw new Error(`no link: ${response.status}`)
      const link = (await response.json()) as Json
      return { ...link, path: new URL(link.url).pathname }
    },
    change: (id: string, body: object) => web.json(`/api/shares/${id}`, 'PATCH', body, KEY),
    revoke: (id: string) => web.call(`/api/shares/${id}`, { method: 'DELETE', headers: KEY }),
    bytesOf: async (path: string) => Buffer.from(await (await web.call(path)).arrayBuffer()),
    async close(): Promise<void> {
      web.close()
      await studio.close()
      await closeDb()
    },
  }
}
