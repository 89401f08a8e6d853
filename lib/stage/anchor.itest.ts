import { afterAll, beforeAll, expect, it } from 'vitest'
import { findAsset } from '@/lib/asset/store'
import { editStoryboard } from '@/lib/project/edit'
import { deleteTake } from '@/lib/project/take/service'
import { getWorkspace } from '@/lib/project/workspace'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

let studio: TestStudio
beforeAll(async () => {
  studio = await openStudio()
  studio.engines.painter.abilities = {
    steps: null,
    guidance: false,
    negativePrompt: false,
    reference: true,
    batch: 1,
    speed: null,
    clip: null,
  }
})
afterAll(async () => {
  await studio.close()
})

it('a picture starts from the anchor of who is seen in it, and the anchor cannot be thrown away', async () => {
  const projectId = await studio.makeProject('Mei walked to the harbour. Mei saw a boat. The boat was gone.')
  await studio.ended((await studio.start(projectId, 'frames')).id)
  const before = await getWorkspace(projectId)
  expect(before.knowledge?.reference).toContain(studio.engines.painter.identity)
  const [first, second] = before.storyboard?.scenes ?? []
  const anchor = before.takes.find((take) => take.sceneId === first?.id)?.fingerprint ?? ''
  const member = { id: 'mei', name: 'Mei', aliases: [], description: 'girl', anchor }
  await editStoryboard(
    projectId,
    {
      type: 'batch',
      name: 'test',
      steps: [
        { type: 'cast.insert', member, after: null },
        {
          type: 'scene.update',
          sceneId: second?.id ?? '',
          edits: [{ field: 'cast', value: ['mei'], before: [] }],
        },
      ],
    },
    { client: 'test' },
  )

  studio.engines.painter.requests.length = 0
  const target = await studio.ended((await studio.start(projectId, 'frames')).id)
  expect(target.status).toBe('done')
  expect(studio.engines.painter.requests).toMatchObject([
    { reference: { path: expect.stringMatching(/reference\.png$/), strength: 0.6 } },
  ])
  const after = await getWorkspace(projectId)
  const made = after.takes.filter((take) => take.sceneId === second?.id).at(-1)?.fingerprint ?? ''
  expect((await findAsset(made))?.recipe.inputs).toEqual({ reference: anchor })
  const take = { projectId, sceneId: first?.id ?? '', slot: 'frame' as const, fingerprint: anchor }
  await expect(deleteTake(take)).rejects.toMatchObject({ code: 'conflict' })
})
