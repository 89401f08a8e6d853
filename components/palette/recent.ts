const KEY = 'studio.commands'
const MOST = 5

/** Ids of what was chosen last, newest first. */
export function recentIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberId(id: string): void {
  try {
    const list = [id, ...recentIds().filter((known) => known !== id)].slice(0, MOST)
    localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // The palette works without a memory.
  }
}
