import { BUNDLE_FORMAT } from '@/lib/bundle/schema'

/** Newest versions that this studio reads. */
const STORYBOARD = 1
const PROJECT = 1
const MANIFEST = 2

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAbove = (version: unknown, newest: number): boolean => typeof version === 'number' && version > newest

/** Whether a storyboard, or a manifest or project with one in it, says that it is of a format after ours. */
export function isNewer(value: unknown): boolean {
  if (!isObject(value)) return false
  const { version, format, storyboard } = value
  if (storyboard === undefined) return isAbove(version, STORYBOARD)
  const newest = format === BUNDLE_FORMAT ? PROJECT : MANIFEST
  return isAbove(version, newest) || (isObject(storyboard) && isAbove(storyboard.version, STORYBOARD))
}
