'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { knowSession } from '@/components/access/queries'
import { PageQueries } from '@/components/http/query-client'
import { ApiError } from '@/components/http/request'
import { PaletteRoom } from '@/components/palette/palette-room'
import { ToastRoom } from '@/components/ui/toast'
import { TooltipRoom } from '@/components/ui/tooltip'
import { useNoStrayDrops } from '@/components/ui/use-no-stray-drops'
import type { SessionView } from '@/lib/access/schema'

/** Only silence and overload pass by themselves; a refusal stays one. */
const passes = (error: unknown) =>
  !(error instanceof ApiError) || error.code === 'offline' || error.status >= 502

interface ProvidersProps {
  /** Who looks at the page: known before anything is drawn, so that nothing is offered and taken back. */
  session: SessionView
  children: ReactNode
}

export function Providers({ session, children }: ProvidersProps) {
  const t = useTranslations('common')
  useNoStrayDrops()
  const [client] = useState(() => {
    const made = new PageQueries({
      defaultOptions: {
        queries: {
          staleTime: 5_000,
          retry: (count, error) => count < 2 && passes(error),
          // The studio runs on this machine: being without internet is no reason to wait.
          networkMode: 'always',
        },
        mutations: { networkMode: 'always' },
      },
    })
    knowSession(made, session)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <TooltipRoom delayDuration={400}>
        <ToastRoom closeWords={t('close')} regionLabel={t('messages')}>
          <PaletteRoom>{children}</PaletteRoom>
        </ToastRoom>
      </TooltipRoom>
    </QueryClientProvider>
  )
}
