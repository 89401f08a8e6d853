'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Theme } from '@/components/ui/theme'

const ThemeContext = createContext<[Theme, (theme: Theme) => void]>(['system', () => {}])

export const useTheme = () => useContext(ThemeContext)

/** Carries the cookie's theme to the switch that shows it. */
export function ThemeRoom({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial)
  return <ThemeContext.Provider value={[theme, setTheme]}>{children}</ThemeContext.Provider>
}
