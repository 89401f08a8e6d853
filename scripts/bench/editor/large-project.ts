import { readFile } from 'node:fs/promises'
import type { Operation, Step } from '@/lib/storyboard/operations'
import type { Scene, Storyboard } from '@/lib/storyboard/schema'

const STORY = 'examples/stories/lighthouse.en.txt'

async function call<T>(address: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    `${address}${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** A storyboard of so many scenes, written by the studio and made longer by copies of its scenes. */
export async function makeProject(
  address: string,
  scenes: number,
): Promise<{ id: string; storyboard: Storyboard }> {
  const made = await call<{ project_id: string; task_id: string }>(address, '/api/projects', {
    story: await readFile(STORY, 'utf8'),
    sceneCount: Math.min(6, scenes),
    make: 'storyboard',
    title: `${scenes} scenes`,
  })
  await call(address, `/tasks/${made.task_id}?wait=60`)
  const id = made.project_id
  const read = async () => (await call<{ storyboard: Storyboard }>(address, `/api/projects/${id}`)).storyboard
  const first = await read()
  const missing = scenes - first.scenes.length
  if (missing <= 0) return { id, storyboard: first }
  const steps = Array.from({ length: missing }, (_, i): Step => {
    const model = first.scenes[i % first.scenes.length] as Scene
    const after = i === 0 ? (first.scenes.at(-1)?.id ?? null) : `more-${i - 1}`
    const seeds = { frame: i + 1, clip: i + 1, narration: i + 1 }
    return {
      type: 'scene.insert',
      scene: { ...model, id: `more-${i}`, seeds, title: `More ${i}` },
      after,
      from: null,
    }
  })
  await edit(address, id, { type: 'batch', name: 'import', steps })
  return { id, storyboard: await read() }
}

export const edit = (address: string, id: string, operation: Operation): Promise<unknown> =>
  call(address, `/api/projects/${id}/operations`, { client: 'bench', operation })
