/** Links that were revoked in this process: what is on its way by them stops at the next piece. Nothing brings one back. */
const shared = globalThis as unknown as { studioEndedLinks?: Set<string> }
const MOST = 10_000

export function noteEnd(shareId: string): void {
  shared.studioEndedLinks ??= new Set()
  if (shared.studioEndedLinks.size >= MOST) shared.studioEndedLinks.clear()
  shared.studioEndedLinks.add(shareId)
}

export const isEnded = (shareId: string): boolean => shared.studioEndedLinks?.has(shareId) ?? false
