import { existsSync } from 'node:fs'

/** Without a card, drawing by the processor alone takes half the time of a card that the processor plays. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser of this machine if there is one, else the one that comes as an npm package. */
export async function findBrowser() {
  const system = process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((file) => existsSync(file))
  if (system) return { executablePath: system, args: ARGS }
  // Makes the package unpack the system libraries it brings along.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  // Not the package's own arguments: one process that ends with its first closed page, and no web security.
  return { executablePath: await chromium.executablePath(), args: ARGS }
}
