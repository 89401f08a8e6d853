/** What the stores publish, as typed events in the rooms of those who watch. */
import { findTasks } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import type { ProjectChange } from './contract'
import { revisionEvents, takesEvents } from './events'
import type { Notice } from './publish'
import { DESK, isWatched, type LiveServer, QUEUE, roomOf, watchedProjects } from './rooms'
import { listHidden, listSharing } from './store'

type Kind = Notice['kind']
type NoticeOf<K extends Kind> = Extract<Notice, { kind: K }>

const ofKind = <K extends Kind>(notices: readonly Notice[], kind: K) =>
  notices.filter((notice): notice is NoticeOf<K> => notice.kind === kind)

export async function emitRows(io: LiveServer, notices: readonly Notice[]): Promise<void> {
  const isOpen = ({ project }: { project: string }) => isWatched(io, roomOf(project))
  const [tasks, changes] = [ofKind(notices, 'task'), ofKind(notices, 'project')]
  const hidden = isWatched(io, DESK)
    ? await listHidden([...tasks.map((task) => task.project), ...changes.map((change) => change.id)])
    : null
  const desk = (projectId: string) => (hidden && !hidden.has(projectId) ? [DESK] : [])
  const rooms = await roomsOfTasks(io, tasks, desk)
  const [revisions, takes, views] = await Promise.all([
    revisionEvents(ofKind(notices, 'revision').filter(isOpen)),
    takesEvents(ofKind(notices, 'take').filter(isOpen)),
    findTasks([...rooms.keys()]).then(taskViews),
  ])

  // A task's end must not be told before the take it made, nor a project's change before its revision.
  for (const event of revisions) io.to(roomOf(event.projectId)).emit('revision', event)
  for (const event of takes) io.to(roomOf(event.projectId)).emit('takes', event)
  for (const task of views) io.to(rooms.get(task.id) ?? []).emit('task', task)
  for (const { id, revision, deleted, news } of changes) {
    const change: ProjectChange = { id, revision, deleted, ...(news ? { news } : {}) }
    io.to([roomOf(id), ...desk(id)]).emit('project', change)
  }
}

/** Where each task is heard of; without an entry, nobody watches. */
async function roomsOfTasks(
  io: LiveServer,
  notices: readonly NoticeOf<'task'>[],
  desk: (projectId: string) => string[],
): Promise<Map<string, string[]>> {
  const watched = watchedProjects(io)
  const work = notices.filter((notice) => !notice.target).map((notice) => notice.id)
  const sharing = await listSharing(work, watched)
  const rooms = new Map<string, string[]>()
  for (const { id, project, target } of notices) {
    const wanted = [roomOf(project), ...(sharing.get(id) ?? []).map(roomOf), QUEUE]
    const heard = [...(target ? desk(project) : []), ...wanted.filter((room) => isWatched(io, room))]
    if (heard.length > 0) rooms.set(id, [...new Set(heard)])
  }
  return rooms
}

/** Volatile: a picture that comes late is of no use. */
export async function emitPreview(
  io: LiveServer,
  { project, scene, task, image }: NoticeOf<'preview'>,
): Promise<void> {
  const others = watchedProjects(io).filter((id) => id !== project)
  const sharing = (await listSharing([task], others)).get(task) ?? []
  const preview = { projectId: project, sceneId: scene, taskId: task, image }
  io.to([project, ...sharing].map(roomOf)).volatile.emit('preview', preview)
}
