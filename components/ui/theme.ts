/** The theme is a cookie, so that the server paints it first and nothing flashes. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'

export const readTheme = (cookie: string | undefined): Theme =>
  THEMES.find((theme) => theme === cookie) ?? 'system'

/** The document's attribute; absent for `system`, which the style sheet then follows by itself. */
export const themeAttribute = (theme: Theme): Theme | undefined => (theme === 'system' ? undefined : theme)
