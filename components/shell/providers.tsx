'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ApiError } from '@/components/http/request'
import { PaletteRoom } from '@/components/palette/palette-room'
import { ToastRoom } from '@/components/ui/toast'
import { TooltipRoom } from '@/components/ui/tooltip'

/** Only silence and overload pass by themselves; a refusal stays one. */
const passes = (error: unknown) =>
  !(error instanceof ApiError) || error.code === 'offline' || error.status >= 502

export function Providers({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 5_000,
            retry: (count, error) => count < 2 && passes(error),
            // The studio runs on this machine: being without internet is no reason to wait.
            networkMode: 'always',
          },
          mutations: { networkMode: 'always' },
        },
      }),
  )
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
