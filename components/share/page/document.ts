import { type Html, html } from './html'
import type { Words } from './words'

interface DocumentParts {
  title: string
  head?: Html | null
  body: Html
  status?: number
  /** Runs `/share/player.js`. */
  plays?: boolean
}

/** No studio around it, nothing kept by anybody on the way, nothing for search engines. */
export function shareDocument(
  words: Words,
  { title, head = null, body, status = 200, plays }: DocumentParts,
): Response {
  const { locale } = words
  const page = html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<meta name="theme-color" content="#0b0b0d">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/share/share.css">
${head}
</head>
<body>
${body}
${plays ? html`<script src="/share/player.js" defer></script>` : null}
</body>
</html>
`
  return new Response(page.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
