/**
 * What a store says in the transaction that changes a row. Ids only: a NOTIFY over 8000 bytes fails its transaction,
 * and the web process reads the row itself.
 */
export const LIVE_CHANNEL = 'studio'
/** Runners listen here for tasks to stop. */
export const CANCEL_CHANNEL = 'studio_cancel'
/** Runners listen here for the queue to be paused or resumed. */
export const PAUSE_CHANNEL = 'studio_pause'

/**
 * What of a project changed, where pages hear of it by an event of its own as well: its storyboard, its takes. Left out,
 * it is something that only its row can tell.
 */
export type ProjectNews = 'storyboard' | 'takes'

export type Notice =
  | { kind: 'task'; id: string; project: string; target: boolean }
  | { kind: 'project'; id: string; revision: number; deleted: boolean; news?: ProjectNews }
  /** A new revision of a storyboard; `edit` is the page's own name for the edit that made it. */
  | { kind: 'revision'; project: string; number: number; edit: string }
  | { kind: 'take'; project: string; scene: string; slot: string; fingerprint: string }
  | { kind: 'preview'; project: string; scene: string; task: string; image: string }
  /** The line was paused, resumed or put in another order. */
  | { kind: 'queue' }
  /** A key was revoked: its sessions and sockets end. */
  | { kind: 'key'; id: string }
  /** Somebody logged out: the sockets of that session end. */
  | { kind: 'session'; id: string }
  /** An engine came, went or changed, or what is set about engines did. */
  | { kind: 'engines' }

interface SqlClient {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>
}

/** Heard by listeners only if the surrounding transaction commits. */
export async function publish(client: SqlClient, notice: Notice): Promise<void> {
  await client.$executeRaw`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(notice)})`
}
