import type { SharedFilm } from '@/lib/share/film'
import { shareDocument } from './document'
import { html } from './html'
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

export function gonePage(words: Words): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('gone'),
    status: 410,
    body: html`<main class="card"><h1>${t('gone')}</h1><p>${t('goneWhy')}</p></main>`,
  })
}

export function unknownPage(words: Words): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('unknown'),
    status: 404,
    body: html`<main class="card"><h1>${t('unknown')}</h1><p>${t('unknownWhy')}</p></main>`,
  })
}

/** For a file of the film that the link led to before. */
export function movedPage(words: Words, path: string): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('newer'),
    status: 410,
    body: html`<main class="card"><h1>${t('newer')}</h1><p>${t('newerWhy')}</p><p><a class="button" href="${path}">${t('openNewer')}</a></p></main>`,
  })
}

export function watchOnlyPage(words: Words, path: string): Response {
  const t = words.translate('share')
  return shareDocument(words, {
    title: t('watchOnly'),
    status: 403,
    body: html`<main class="card"><h1>${t('watchOnly')}</h1><p>${t('watchOnlyWhy')}</p><p><a class="button" href="${path}">${t('back')}</a></p></main>`,
  })
}
