import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./components/i18n/request.ts')

const config: NextConfig = {
  // Native or dynamic requires that a bundler must not touch.
  serverExternalPackages: [
    'pg-boss',
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@napi-rs/canvas',
    'fluent-ffmpeg',
    '@ffmpeg-installer/ffmpeg',
    '@ffprobe-installer/ffprobe',
    '@echogarden/espeak-ng-emscripten',
    'pino',
    // Reads its font tables from files beside itself.
    'pdfkit',
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
  ],
  // `npm test` checks the types; checking them again would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  poweredByHeader: false,
}

export default withNextIntl(config)
