const KEY = 'studio.commands'
const MOST = 5

/** Ids of the commands run last, newest first. */
export function recentCommands(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberCommand(id: string): void {
  try {
    const list = [id, ...recentCommands().filter((known) => known !== id)].slice(0, MOST)
    localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // The palette works without a memory.
  }
}
