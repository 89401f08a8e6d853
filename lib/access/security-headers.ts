import { randomBytes } from 'node:crypto'

export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * What a page may load and run. Next puts the nonce on its own scripts when it finds the policy on the request.
 * Styles stay open: React writes style attributes, which no nonce can allow.
 */
export function contentSecurityPolicy(
  nonce: string,
  mode: 'development' | 'production' | 'test',
  isEmbedded = false,
): string {
  const rules = {
    'default-src': "'self'",
    // React rebuilds stack traces with eval, in development only.
    'script-src': `'self' 'nonce-${nonce}'${mode === 'development' ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    // A shared film may stand in somebody's page; nothing else may.
    'frame-ancestors': isEmbedded ? '*' : "'none'",
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), payment=(), usb=()',
}
