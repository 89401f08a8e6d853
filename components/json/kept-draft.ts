const keyOf = (projectId: string) => `studio.json.${projectId}`

/** What was typed and could not be applied outlives a change of view and a reload. */
export function keepDraft(projectId: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(projectId))
    else sessionStorage.setItem(keyOf(projectId), text)
  } catch {
    // Full or forbidden: it holds for as long as the editor is open.
  }
}

export function keptDraft(projectId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(projectId))
  } catch {
    return null
  }
}
