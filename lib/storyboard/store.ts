import { db, type Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { Prisma } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import { applyOperation } from './apply'
import { type Operation, operationSchema, retitles } from './operations'
import { type Storyboard, storyboardSchema } from './schema'
import type { RevisionMark, RevisionRole } from './undo'

export interface StoryboardRevision {
  number: number
  storyboard: Storyboard
}

/** A revision is the whole document this often; between, it is the operation that made it. */
const SNAPSHOT_EVERY = 100
/** Boards read lately, newest last. A revision never changes; its time tells it from one that was rolled back. */
const recent = new Map<string, Storyboard>()
const MOST_RECENT = 48

const keyOf = (projectId: string, row: { number: number; createdAt: Date }): string =>
  `${projectId}/${row.number}/${row.createdAt.getTime()}`

function remember(key: string, storyboard: Storyboard): Storyboard {
  recent.delete(key)
  recent.set(key, storyboard)
  for (const oldest of recent.keys()) {
    if (recent.size <= MOST_RECENT) break
    recent.delete(oldest)
  }
  return storyboard
}

/**
 * One revision of a project's storyboard; do not change it, others read the same object. Throws `not_found`.
 */
export async function getRevision(
  projectId: string,
  number: number,
  tx: Tx = db(),
): Promise<StoryboardRevision> {
  const base = await tx.revision.findFirst({
    where: { projectId, number: { lte: number }, storyboard: { not: Prisma.DbNull } },
    orderBy: { number: 'desc' },
    select: { number: true, createdAt: true },
  })
  const later = await tx.revision.findMany({
    where: { projectId, number: { gt: base?.number ?? number, lte: number } },
    orderBy: { number: 'asc' },
    select: { number: true, createdAt: true, operation: true },
  })
  if (!base || (later.at(-1) ?? base).number !== number) {
    throw new StudioError('not_found', `project ${projectId} has no revision ${number}`, {
      userMessage: `There is no revision ${number} of this storyboard.`,
    })
  }
  let start = later.findLastIndex((row) => recent.has(keyOf(projectId, row)))
  const known = recent.get(keyOf(projectId, later[start] ?? base))
  if (!known) start = -1
  let storyboard = known ?? (await readSnapshot(projectId, base.number, tx))
  for (const row of later.slice(start + 1)) {
    storyboard = applyOperation(storyboard, operationSchema.parse(row.operation)).storyboard
  }
  return { number, storyboard: remember(keyOf(projectId, later.at(-1) ?? base), storyboard) }
}

async function readSnapshot(projectId: string, number: number, tx: Tx): Promise<Storyboard> {
  const row = await tx.revision.findUniqueOrThrow({
    where: { projectId_number: { projectId, number } },
    select: { storyboard: true },
  })
  return storyboardSchema.parse(row.storyboard)
}

export interface RevisionChange {
  storyboard: Storyboard
  /** Null for a document written whole. */
  operation: Operation | null
  inverse?: Operation
  role?: RevisionRole
  gesture?: string
  client: string
  /** The page's own name for this edit, by which it knows it again among the events. */
  edit?: string
}

/** Writes the next revision and returns its number; the caller holds the project's lock. */
export async function writeRevision(tx: Tx, projectId: string, change: RevisionChange): Promise<number> {
  const { operation, inverse, role = 'edit', gesture = '', client, edit = '' } = change
  const storyboard = storyboardSchema.parse(change.storyboard)
  // The desk calls a film by the title that it was given last.
  const isRetitled = operation !== null && retitles(operation)
  const { revision } = await tx.project.update({
    where: { id: projectId },
    data: { revision: { increment: 1 }, ...(isRetitled ? { title: storyboard.title } : {}) },
    select: { revision: true },
  })
  await tx.project.updateMany({ where: { id: projectId, title: '' }, data: { title: storyboard.title } })
  const isWhole = operation === null || revision % SNAPSHOT_EVERY === 0
  const json = (value: unknown) => value as Prisma.InputJsonValue
  await tx.revision.create({
    data: {
      projectId,
      number: revision,
      ...(isWhole ? { storyboard: json(storyboard) } : {}),
      ...(operation === null ? {} : { operation: json(operation) }),
      ...(inverse === undefined ? {} : { inverse: json(inverse) }),
      role,
      gesture,
      client,
    },
  })
  const news = isRetitled ? {} : ({ news: 'storyboard' } as const)
  await publish(tx, { kind: 'project', id: projectId, revision, deleted: false, ...news })
  await publish(tx, { kind: 'revision', project: projectId, number: revision, edit })
  return revision
}

/** The newest storyboard of each project that has one. */
export async function listNewestBoards(
  projects: readonly { id: string; revision: number }[],
): Promise<Map<string, Storyboard>> {
  const written = projects.filter((project) => project.revision > 0)
  // A storyboard that nobody has edited yet is one row; most of a desk's are.
  const whole = await db().revision.findMany({
    where: {
      OR: written.map(({ id, revision }) => ({ projectId: id, number: revision })),
      storyboard: { not: Prisma.DbNull },
    },
    select: { projectId: true, storyboard: true },
  })
  const boards = new Map(whole.map((row) => [row.projectId, storyboardSchema.parse(row.storyboard)]))
  const edited = written.filter((project) => !boards.has(project.id))
  await Promise.all(
    edited.map(async ({ id, revision }) => boards.set(id, (await getRevision(id, revision)).storyboard)),
  )
  return boards
}

export interface RevisionNote {
  number: number
  role: RevisionRole
  gesture: string
  client: string
  createdAt: Date
}

/** Who made which revision, newest first, from the one before `before` on. */
export async function listRevisions(
  projectId: string,
  before: number | null,
  most: number,
): Promise<RevisionNote[]> {
  const rows = await db().revision.findMany({
    where: { projectId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: most,
    select: { number: true, role: true, gesture: true, client: true, createdAt: true },
  })
  return rows.map((row) => ({ ...row, role: row.role as RevisionRole }))
}

export interface RevisionRow {
  projectId: string
  number: number
  /** Null for a document written whole. */
  operation: Operation | null
  client: string
}

/** Revisions by name, in order. */
export async function findRevisions(
  names: readonly { projectId: string; number: number }[],
): Promise<RevisionRow[]> {
  if (names.length === 0) return []
  const rows = await db().revision.findMany({
    where: { OR: [...names] },
    orderBy: [{ projectId: 'asc' }, { number: 'asc' }],
    select: { projectId: true, number: true, operation: true, client: true },
  })
  return rows.map((row) => ({
    ...row,
    operation: row.operation === null ? null : operationSchema.parse(row.operation),
  }))
}

/** As far back as undo goes. */
const MOST_MARKS = 500

/** A client's own revisions, oldest first. */
export async function listMarks(tx: Tx, projectId: string, client: string): Promise<RevisionMark[]> {
  const rows = await tx.revision.findMany({
    where: { projectId, client, operation: { not: Prisma.DbNull } },
    orderBy: { number: 'desc' },
    take: MOST_MARKS,
    select: { number: true, role: true, gesture: true },
  })
  return rows.reverse().map((row) => ({ ...row, role: row.role as RevisionRole }))
}

export interface RevisionDeed {
  number: number
  operation: Operation
  /** What takes it back. */
  inverse: Operation
}

/** What these revisions did, in their order; documents written whole did nothing that could be told. */
export async function listDeeds(
  projectId: string,
  numbers: readonly number[],
  tx: Tx = db(),
): Promise<RevisionDeed[]> {
  if (numbers.length === 0) return []
  const rows = await tx.revision.findMany({
    where: { projectId, number: { in: [...numbers] }, operation: { not: Prisma.DbNull } },
    orderBy: { number: 'asc' },
    select: { number: true, operation: true, inverse: true },
  })
  return rows.map(({ number, operation, inverse }) => ({
    number,
    operation: operationSchema.parse(operation),
    inverse: operationSchema.parse(inverse),
  }))
}
