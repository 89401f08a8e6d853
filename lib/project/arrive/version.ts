import { BUNDLE_FORMAT, BUNDLE_VERSION } from '@/lib/bundle/schema'
import { MANIFEST_VERSION } from '@/lib/plan/manifest'
import { STORYBOARD_VERSION } from '@/lib/storyboard/schema'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAbove = (version: unknown, newest: number): boolean => typeof version === 'number' && version > newest

/** Whether a storyboard, or a manifest or project with one in it, says that it is of a format after ours. */
export function isNewer(value: unknown): boolean {
  if (!isObject(value)) return false
  const { version, format, storyboard } = value
  if (storyboard === undefined) return isAbove(version, STORYBOARD_VERSION)
  const newest = format === BUNDLE_FORMAT ? BUNDLE_VERSION : MANIFEST_VERSION
  return isAbove(version, newest) || (isObject(storyboard) && isAbove(storyboard.version, STORYBOARD_VERSION))
}
