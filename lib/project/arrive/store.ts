import { keepTake } from '@/lib/asset/takes'
import { inTransaction } from '@/lib/base/db'
import type { Prisma } from '@/lib/base/prisma/client'
import type { BundleAssets } from '@/lib/bundle/schema'
import { publish } from '@/lib/live/publish'
import type { Manifest } from '@/lib/plan/manifest'
import { keepFilm, lockProject } from '@/lib/production/store'
import type { StoryBrief } from '@/lib/storyboard/brief'
import type { Storyboard } from '@/lib/storyboard/schema'
import { writeRevision } from '@/lib/storyboard/store'

export interface ArrivedProject {
  title: string
  brief: StoryBrief
  storyboard: Storyboard
  takes: BundleAssets['takes']
  manifest: Manifest | null
  hidden?: boolean
}

const CLIENT = 'import'

/** A project that is there from one moment to the next, with its storyboard, its takes and its film. */
export function insertArrived(arrived: ArrivedProject): Promise<string> {
  const { title, brief, storyboard, takes, manifest, hidden = false } = arrived
  return inTransaction(async (tx) => {
    const row = await tx.project.create({
      data: {
        title,
        story: brief.story,
        style: brief.settings.style.prompt,
        brief: brief as unknown as Prisma.InputJsonValue,
        hidden,
      },
    })
    await lockProject(tx, row.id)
    await publish(tx, { kind: 'project', id: row.id, revision: 0, deleted: false })
    const revision = await writeRevision(tx, row.id, { storyboard, operation: null, client: CLIENT })
    for (const take of takes) await keepTake(tx, { ...take, projectId: row.id })
    // The film's number counts in this studio's own revisions.
    if (manifest) await keepFilm(tx, row.id, { ...manifest, revision })
    return row.id
  })
}
