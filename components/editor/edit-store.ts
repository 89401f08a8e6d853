import { ApiError } from '@/components/http/request'
import type { EditAnswer, UndoState } from '@/lib/project/schema'
import type { FieldConflict } from '@/lib/storyboard/edits'
import type { Operation } from '@/lib/storyboard/operations'
import type { Storyboard } from '@/lib/storyboard/schema'
import { summaryOf } from '@/lib/storyboard/summary'
import {
  type LocalBoard,
  openBoard,
  type PendingEdit,
  type ServerRevision,
  withEdit,
  withoutEdit,
  withRevision,
} from './local-board'

/** `offline`: edits wait for the studio to answer again. */
export type Saving = 'saved' | 'saving' | 'offline'

/** An edit of a field that somebody else has changed meanwhile. */
export interface EditConflict {
  edit: PendingEdit
  conflicts: FieldConflict[]
}

export interface EditState {
  local: LocalBoard
  saving: Saving
  conflict: EditConflict | null
  undo: UndoState
}

/** What the store needs of the world; `request.ts` and a clock in the page, small fakes in tests. */
export interface EditWorld {
  send(edit: PendingEdit, revision: number): Promise<EditAnswer>
  /** Fetches the whole storyboard again and hands it to `rebase`. */
  refetch(): void
  /** An edit that the server refused; it is off the board again. */
  onRefused(edit: PendingEdit, error: unknown): void
  newId(): string
  /** Whoever may only look finds no way to edit in the page; this is the second lock. */
  mayEdit(): boolean
  /** Keeps what is not confirmed over a reload. */
  keep(pending: readonly PendingEdit[]): void
}

/** Typing is sent at a pause, and now and then while it goes on. */
const PAUSE_MS = 350
const LONGEST_WAIT_MS = 900
const RETRY_MS = 1_500

export interface EditOptions {
  /** Edits of one gesture are taken back together, and may wait for a pause in typing. */
  gesture?: string
  /** Takes what the server refuses, instead of a message; forgotten when the page is left. */
  onRefused?: (error: unknown) => void
}

/** One page's edits of one storyboard: at once on screen, one after the other to the server. */
export class EditStore {
  private state: EditState
  private readonly listeners = new Set<() => void>()
  private readonly refusals = new Map<string, (error: unknown) => void>()
  private sent: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private waitingSince = 0
  private idle: (() => void)[] = []
  private readonly world: EditWorld

  constructor(
    world: EditWorld,
    revision: number,
    storyboard: Storyboard,
    pending: readonly PendingEdit[] = [],
  ) {
    this.world = world
    this.state = {
      local: openBoard(revision, storyboard, pending),
      saving: pending.length > 0 ? 'saving' : 'saved',
      conflict: null,
      undo: NOTHING,
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getState = (): EditState => this.state

  /** Throws what the operation breaks (`invalid_input`, `not_found`, `conflict`, `forbidden`); nothing is changed then. */
  readonly edit = (operation: Operation, { gesture = '', onRefused }: EditOptions = {}): void => {
    this.allow()
    const edit = { id: this.world.newId(), operation, gesture }
    const undo = { undo: summaryOf([operation]), redo: null }
    this.set({ local: withEdit(this.state.local, edit, this.sent), saving: 'saving', undo })
    if (onRefused) this.refusals.set(edit.id, onRefused)
    if (gesture === '') this.plan(0)
    else {
      const now = performance.now()
      if (!this.timer) this.waitingSince = now
      this.plan(Math.min(PAUSE_MS, Math.max(0, this.waitingSince + LONGEST_WAIT_MS - now)))
    }
  }

  /** Something that the server makes an edit of, such as an undo. What is still on its way goes first. */
  readonly ask = async (request: (edit: string) => Promise<EditAnswer>): Promise<EditAnswer> => {
    this.allow()
    await this.saved()
    const edit = this.world.newId()
    const answer = await request(edit)
    this.receive({ number: answer.revision, operation: answer.operation, edit })
    this.set({ undo: answer.undo })
    return answer
  }

  /** A revision of the server, from an event or an answer; each may come twice. */
  readonly receive = (revision: ServerRevision): void => {
    const local = withRevision(this.state.local, revision)
    if (local) this.set({ local })
    else this.world.refetch()
  }

  /** The whole storyboard as the server has it. */
  readonly rebase = (revision: number, storyboard: Storyboard): void => {
    if (revision < this.state.local.revision) return
    if (revision === this.state.local.revision && this.state.local.pending.length === 0) return
    this.set({ local: openBoard(revision, storyboard, this.state.local.pending) })
  }

  readonly setUndo = (undo: UndoState): void => this.set({ undo })

  /** The writer has read both texts: theirs stays, or mine is put over it. */
  readonly settle = (choice: 'mine' | 'theirs'): void => {
    const { conflict } = this.state
    this.set({ conflict: null })
    this.plan(0)
    if (!conflict || choice === 'theirs' || !('edits' in conflict.edit.operation)) return
    const { operation } = conflict.edit
    const theirs = new Map(conflict.conflicts.map((c) => [c.field, c.theirs]))
    const edits = operation.edits.map((edit) =>
      theirs.has(edit.field) ? { ...edit, before: theirs.get(edit.field) as typeof edit.before } : edit,
    )
    try {
      this.edit({ ...operation, edits } as Operation)
    } catch (error) {
      this.world.onRefused(conflict.edit, error)
    }
  }

  /** Tries again at once, as when the connection is back. */
  readonly retry = (): void => {
    if (this.state.local.pending.length > 0) this.plan(0)
  }

  /** A page shown again goes on with what it could not send. */
  open(): void {
    this.retry()
  }

  close(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  /** Once the studio has everything that is on screen: what is asked of it next speaks of the same storyboard. */
  readonly saved = (): Promise<void> => {
    if (this.state.local.pending.length === 0) return Promise.resolve()
    this.plan(0)
    return new Promise((resolve) => this.idle.push(resolve))
  }

  private allow(): void {
    if (!this.world.mayEdit()) throw new ApiError('forbidden', 'This key lets nobody edit.', 403)
  }

  private set(change: Partial<EditState>): void {
    const before = this.state
    this.state = { ...before, ...change }
    if (change.local && change.local.pending !== before.local.pending) this.world.keep(change.local.pending)
    if (this.state.local.pending.length === 0) {
      if (this.state.saving !== 'saved') this.state = { ...this.state, saving: 'saved' }
      for (const done of this.idle.splice(0)) done()
    }
    for (const listener of this.listeners) listener()
  }

  private plan(afterMs: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      void this.sendNext()
    }, afterMs)
  }

  /** One at a time: each edit stands on what the one before it has left. */
  private async sendNext(): Promise<void> {
    const [edit] = this.state.local.pending
    if (!edit || this.sent !== null || this.state.conflict) return
    this.sent = edit.id
    let next: number | null = 0
    try {
      const answer = await this.world.send(edit, this.state.local.revision)
      this.receive({ number: answer.revision, operation: answer.operation, edit: edit.id })
      this.refusals.delete(edit.id)
      this.set({ local: withoutEdit(this.state.local, edit.id), saving: 'saving', undo: answer.undo })
    } catch (error) {
      next = this.fail(edit, error)
    } finally {
      this.sent = null
    }
    if (next !== null && this.state.local.pending.length > 0) this.plan(next)
  }

  /** How long to wait before the next try; null to wait for the writer. */
  private fail(edit: PendingEdit, error: unknown): number | null {
    const known = error instanceof ApiError ? error : null
    if (!known || known.code === 'offline' || known.status >= 500) {
      this.set({ saving: 'offline' })
      return RETRY_MS
    }
    const onRefused = this.refusals.get(edit.id)
    this.refusals.delete(edit.id)
    this.set({ local: withoutEdit(this.state.local, edit.id) })
    this.world.refetch()
    const conflicts = (known.details as { conflicts?: FieldConflict[] } | undefined)?.conflicts
    if (known.code === 'conflict' && conflicts && 'edits' in edit.operation) {
      this.set({ conflict: { edit, conflicts } })
      return null
    }
    if (onRefused) onRefused(error)
    else this.world.onRefused(edit, error)
    return 0
  }
}

const NOTHING: UndoState = { undo: null, redo: null }
