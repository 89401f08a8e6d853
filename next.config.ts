import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./components/i18n/request.ts')

const config: NextConfig = {
  // Native or dynamic requires that a bundler must not touch.
  serverExternalPackages: ['pg-boss', 'pg', '@prisma/adapter-pg', '@prisma/client'],
  devIndicators: false,
  poweredByHeader: false,
}

export default withNextIntl(config)
