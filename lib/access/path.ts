/**
 * The path that rules are asked about: decoded as the router decodes it, so that no spelling of a path passes for another.
 * Null for one that could be read in two ways.
 */
export function pathOf(url: string | undefined): string | null {
  const raw = url?.split('?', 1)[0] ?? ''
  if (!raw.startsWith('/') || /\/\/|%2f|%5c|\\/i.test(raw)) return null
  try {
    const path = decodeURIComponent(raw)
    if (/[\p{Cc}%]|(^|\/)\.\.?(\/|$)/u.test(path)) return null
    return path.length > 1 ? path.replace(/\/$/, '') : path
  } catch {
    return null
  }
}
