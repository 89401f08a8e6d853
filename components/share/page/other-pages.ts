import type { SharedFilm } from '@/lib/share/film'
import { shareDocument } from './document'
import { type Html, html } from './html'
import { videoElement } from './video'
import type { Words } from './words'

/** The film alone, for somebody else's page. */
export function embedPage(words: Words, film: SharedFilm, path: string, allowDownload: boolean): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: film.title || t('untitled'),
    plays: true,
    body: html`<main class="embedded">${videoElement(words, film, path, allowDownload)}</main>`,
  })
}

/** In somebody else's page a password would be typed where it cannot be kept: the film opens on its own. */
export function lockedEmbedPage(words: Words, path: string): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('locked'),
    status: 401,
    body: html`<main class="card"><h1>${t('locked')}</h1><p><a class="button" href="${path}" target="_blank" rel="noopener">${t('openAlone')}</a></p></main>`,
  })
}

/** Says nothing of the film, its title included, before the password is right. */
export function lockPage(words: Words, path: string, isWrong: boolean): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('locked'),
    status: 401,
    body: html`<main class="card"><h1>${t('locked')}</h1>
<form method="post" action="${path}/unlock">
<label for="password">${t('password')}</label>
<input id="password" name="password" type="password" required maxlength="200" autocomplete="off" autofocus${
      isWrong ? html` aria-invalid="true" aria-describedby="wrong"` : null
    }>
${isWrong ? html`<p id="wrong" role="alert">${t('wrongPassword')}</p>` : null}
<button class="button primary">${t('watch')}</button>
</form></main>`,
  })
}

interface Note {
  title: string
  why: string
  status?: number
  head?: Html | null
  /** A way on, where there is one. */
  link?: { path: string; label: string } | null
}

/** One thing to say in the place of a film. */
export function notePage(words: Words, { title, why, status, head, link }: Note): Response {
  const way = link ? html`<p><a class="button" href="${link.path}">${link.label}</a></p>` : null
  return shareDocument(words, {
    title,
    ...(status === undefined ? {} : { status }),
    head: head ?? null,
    body: html`<main class="card"><h1>${title}</h1><p>${why}</p>${way}</main>`,
  })
}

export function gonePage(words: Words): Response {
  const t = words.translate('share')
  return notePage(words, { title: t('gone'), why: t('goneWhy'), status: 410 })
}

export function unknownPage(words: Words): Response {
  const t = words.translate('share')
  return notePage(words, { title: t('unknown'), why: t('unknownWhy'), status: 404 })
}

/** For a file of the film that the link led to before. */
export function movedPage(words: Words, path: string): Response {
  const t = words.translate('share')
  const link = { path, label: t('openNewer') }
  return notePage(words, { title: t('newer'), why: t('newerWhy'), status: 410, link })
}

export function watchOnlyPage(words: Words, path: string): Response {
  const t = words.translate('share')
  const link = { path, label: t('back') }
  return notePage(words, { title: t('watchOnly'), why: t('watchOnlyWhy'), status: 403, link })
}
