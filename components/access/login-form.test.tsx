import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { messages } from '@/components/i18n/messages/en'
import { LoginForm } from './login-form'

vi.mock('@/components/shell/preferences', () => ({ Preferences: () => null }))

const drawn = (wasIn: boolean) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        <LoginForm next="/" wasIn={wasIn} />
      </NextIntlClientProvider>
    </QueryClientProvider>,
  )

it('the login says why somebody who was in is out, and to a newcomer only that it is locked', () => {
  expect(drawn(true)).toContain('Your key was revoked or your session has ended.')
  expect(drawn(false)).toContain('This studio is locked.')
  expect(drawn(false)).not.toContain('revoked')
})
