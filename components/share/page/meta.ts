import { timecode } from '@/lib/base/timecode'
import type { SharedFilm } from '@/lib/share/film'
import { type Html, html } from './html'
import type { Words } from './words'

/** What a chat or a timeline shows of the link: https://ogp.me and Twitter's cards. */
export function metaTags(words: Words, { film, url }: { film: SharedFilm; url: string }): Html {
  const t = words.translate('share')
  const title = film.title || t('untitled')
  const description = t('description', { length: timecode(film.durationMs), count: film.scenes.length })
  const tags: [string, string | number][] = [
    ['og:type', 'video.other'],
    ['og:site_name', 'StoryToVideo Studio'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', `${url}/poster.jpg`],
    ['og:image:type', 'image/jpeg'],
    ['og:image:width', film.width],
    ['og:image:height', film.height],
    ['og:image:alt', title],
    ['og:video', `${url}/film.mp4`],
    ['og:video:type', 'video/mp4'],
    ['og:video:width', film.width],
    ['og:video:height', film.height],
    ['video:duration', Math.round(film.durationMs / 1000)],
  ]
  const cards: [string, string | number][] = [
    ['twitter:card', 'summary_large_image'],
    ['twitter:title', title],
    ['twitter:description', description],
    ['twitter:image', `${url}/poster.jpg`],
    ['twitter:image:alt', title],
  ]
  return html`<meta name="description" content="${description}">
${tags.map(([name, value]) => html`<meta property="${name}" content="${value}">\n`)}${cards.map(
  ([name, value]) => html`<meta name="${name}" content="${value}">\n`,
)}`
}
