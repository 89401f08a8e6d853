const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Keeps a choice of this browser (language, theme) where the server reads it before the first paint. */
export function keepChoice(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in older browsers.
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
}
