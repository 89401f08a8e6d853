/** Engine: which engines there are and how each stands, as the settings page and the choices of a film show it. */
export const engineKeys = { view: ['engines'] as const }
