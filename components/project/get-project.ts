import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { ProjectView, SceneView, SlotView } from '@/lib/project/schema'
import { isFinal } from '@/lib/task/schema'
import { projectKeys } from './queries'

export async function getProject(id: string, signal?: AbortSignal): Promise<ProjectView> {
  const view = await request<ProjectView>(`/api/projects/${encodeURIComponent(id)}`, signal ? { signal } : {})
  return { ...view, scenes: view.scenes.map(readScene) }
}

/** Work that somebody stopped has not failed: it is simply not made yet. */
function readScene(scene: SceneView): SceneView {
  const read = (slot: SlotView): SlotView =>
    slot.error?.code === 'cancelled' ? { ...slot, state: slot.url ? 'stale' : 'missing', error: null } : slot
  const { frame, clip, narration } = scene.slots
  return { ...scene, slots: { frame: read(frame), clip: read(clip), narration: read(narration) } }
}

/** While the socket is away, work in hand is asked for now and then. */
export function useProject(id: string, connected: boolean) {
  return useQuery({
    queryKey: projectKeys.view(id),
    queryFn: ({ signal }) => getProject(id, signal),
    refetchInterval: ({ state }) =>
      !connected && state.data?.targets.some((task) => !isFinal(task.status)) ? 3_000 : false,
  })
}
