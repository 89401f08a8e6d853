'use client'

import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { SessionMenu } from '@/components/access/session-menu'
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES, type Locale } from '@/components/i18n/locale'
import { useCommands } from '@/components/palette/use-commands'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { THEME_COOKIE, THEMES, type Theme, themeAttribute } from '@/components/ui/theme'
import { keepChoice } from './cookie'
import { useTheme } from './theme-context'

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const

/** Language and theme, on every page. */
export function Preferences() {
  return (
    <>
      <LanguageMenu />
      <ThemeMenu />
      <SessionMenu />
    </>
  )
}

function LanguageMenu() {
  const t = useTranslations('preferences')
  const locale = useLocale()
  const router = useRouter()
  const [changing, startTransition] = useTransition()
  const change = (value: Locale) => {
    keepChoice(LOCALE_COOKIE, value)
    startTransition(() => router.refresh())
  }
  useCommands(LOCALES.map((value) => ({ id: `look.${value}` as const, run: () => change(value) })))
  return (
    <Menu
      trigger={
        <Button look="bare" size="icon" aria-label={t('language')} aria-busy={changing} title={t('language')}>
          <Languages aria-hidden="true" className="size-4" />
        </Button>
      }
    >
      <MenuChoice
        label={t('language')}
        value={locale}
        choices={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        onChange={change}
      />
    </Menu>
  )
}

function ThemeMenu() {
  const t = useTranslations('preferences')
  const [theme, setTheme] = useTheme()
  const Icon = THEME_ICONS[theme]
  const change = (value: Theme) => {
    keepChoice(THEME_COOKIE, value)
    const attribute = themeAttribute(value)
    if (attribute) document.documentElement.dataset.theme = attribute
    else delete document.documentElement.dataset.theme
    setTheme(value)
  }
  useCommands(THEMES.map((value) => ({ id: `look.${value}` as const, run: () => change(value) })))
  return (
    <Menu
      trigger={
        <Button look="bare" size="icon" aria-label={t('theme')} title={t('theme')}>
          <Icon aria-hidden="true" className="size-4" />
        </Button>
      }
    >
      <MenuChoice
        label={t('theme')}
        value={theme}
        choices={THEMES.map((value) => {
          const ChoiceIcon = THEME_ICONS[value]
          return { value, label: t(value), icon: <ChoiceIcon /> }
        })}
        onChange={change}
      />
    </Menu>
  )
}
