import { fingerprintOf } from '@/lib/asset/fingerprint'
import { findAssets } from '@/lib/asset/store'
import { storyboardRecipe } from '@/lib/plan/recipes'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import type { ProjectRow } from './store'

/** What the storyboard's writer had to say of its own work. */
export async function writerWarnings(project: ProjectRow): Promise<string[]> {
  const fingerprint = fingerprintOf(storyboardRecipe(storyBriefSchema.parse(project.brief)))
  const facts = (await findAssets([fingerprint])).get(fingerprint)?.facts
  return Array.isArray(facts?.warnings) ? facts.warnings.map(String) : []
}
