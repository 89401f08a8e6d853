import type { SharedFilm } from '@/lib/share/film'
import { type Html, html } from './html'
import type { Words } from './words'

/** The browser's own player: its keys, its full screen and its captions work on every phone without a script. */
export function videoElement(words: Words, film: SharedFilm, path: string, allowDownload: boolean): Html {
  const t = words.translate('share')
  const title = film.title || t('untitled')
  const of = `film=${film.mark}`
  return html`<div class="stage" data-width="${film.width}" data-height="${film.height}"><video controls${allowDownload ? null : html` controlslist="nodownload"`} playsinline preload="metadata" poster="${path}/poster.jpg?${of}" width="${film.width}" height="${film.height}" aria-label="${title}">
<source src="${path}/film.mp4?${of}" type="video/mp4">
${
  film.burntIn
    ? null
    : html`<track kind="subtitles" src="${path}/subtitles.vtt?${of}" srclang="${film.language}" label="${t('subtitles')}" default>\n`
}<track kind="chapters" src="${path}/chapters.vtt?${of}" srclang="${film.language}">
</video><p class="over" hidden role="status" data-over>${t('stopped')}</p><p class="over" hidden role="status" data-moved>${t('moved')} <a class="button" href="">${t('openNewer')}</a></p></div>`
}
