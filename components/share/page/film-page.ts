import { timecode } from '@/lib/base/timecode'
import type { SharedFilm, SharedScene } from '@/lib/share/film'
import { shareDocument } from './document'
import { engineLines, fallbackLine } from './engine-lines'
import { type Html, html } from './html'
import { metaTags } from './meta'
import { videoElement } from './video'
import type { Words } from './words'

export interface FilmPage {
  film: SharedFilm
  /** Absolute address of the page. */
  url: string
  /** `/s/{token}` */
  path: string
  allowDownload: boolean
}

/** What somebody pastes into a page of theirs: whatever the film is called, it stays one attribute. */
export const embedSnippet = (title: string, { width, height }: SharedFilm, url: string): Html =>
  html`<iframe src="${url}/embed" width="640" height="${Math.round((640 * height) / width)}" style="border:0" allow="fullscreen" loading="lazy" title="${title}"></iframe>`

/** The film on dark, its scenes, who made it; nothing else to click. */
export function filmPage(words: Words, { film, url, path, allowDownload }: FilmPage): Response {
  const t = words.translate('share')
  const title = film.title || t('untitled')
  const made = words.format.dateTime(new Date(film.madeAt), { dateStyle: 'long', timeZone: 'UTC' })
  const scenes = film.scenes.map((scene) => sceneItem(words, scene, path, film.mark))
  const engines = engineLines(words, film)
  const embed = embedSnippet(title, film, url).text
  return shareDocument(words, {
    title,
    head: metaTags(words, { film, url }),
    plays: true,
    body: html`<main>
${videoElement(words, film, path, allowDownload)}
<div class="words">
<header>
<h1 lang="${film.language}">${title}</h1>
<p class="facts">${timecode(film.durationMs)} · ${t('scenes', { count: film.scenes.length })} · ${made}</p>
</header>
<p class="actions">${
      allowDownload
        ? html`<a class="button" href="${path}/film.mp4?film=${film.mark}&#38;download">${t('download')}</a>`
        : null
    }</p>
</div>
<nav aria-label="${t('chapters')}"><ol class="strip">${scenes}</ol></nav>
<footer>
<section aria-labelledby="made-by"><h2 id="made-by">${t('madeBy')}</h2><ul>${engines}</ul></section>
<details><summary>${t('embed')}</summary><div class="embed"><textarea id="embed" rows="4" readonly aria-label="${t('embed')}">${embed}</textarea><button type="button" class="button" data-copy="embed" data-copied="${t('copied')}">${t('copy')}</button></div></details>
</footer>
</main>`,
  })
}

function sceneItem(words: Words, scene: SharedScene, path: string, mark: string): Html {
  const t = words.translate('share')
  const at = timecode(scene.startMs)
  const title = scene.title || t('scene', { number: scene.index + 1 })
  const reason = scene.fallbacks.length > 0 ? fallbackLine(words, scene) : null
  const picture = scene.hasPicture
    ? html`<img src="${path}/scenes/${scene.index}?film=${mark}" alt="" loading="lazy" decoding="async">`
    : null
  return html`<li><button type="button" data-start="${scene.startMs}" data-end="${scene.startMs + scene.durationMs}"><span class="picture">${picture}</span><span class="line"><span class="at">${at}</span> ${title}</span></button>${reason ? html`<p class="fell">${reason}</p>` : null}</li>`
}
