/** What somebody who follows a link is told at the door, where the studio itself has no words yet. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DrawRefusal } from '@/lib/access/door'
import type { Refusal } from '@/lib/access/refuse'
import { Html, html } from './html'
import { notePage } from './other-pages'
import { type Words, wordsFor } from './words'

const PAGE = /^\/s\/[\w-]+/

export const drawRefusal: DrawRefusal = async ({ why, url, headers, retryAfter = 0 }) => {
  if (!url.startsWith('/s/')) return null
  const given = new Headers()
  for (const name of ['cookie', 'accept-language'] as const) given.set(name, headers[name] ?? '')
  const words = wordsFor(given)
  const t = words.translate('share')
  const told = wordsOf(words, why, retryAfter)
  if (!told) return null
  const path = told.leadsBack ? PAGE.exec(url)?.[0] : undefined
  const answer = notePage(words, {
    title: told.title,
    why: told.why,
    head: why === 'host' ? await styles() : null,
    link: path === undefined ? null : { path, label: t('back') },
  })
  return await answer.text()
}

function wordsOf(words: Words, why: Refusal, seconds: number) {
  const t = words.translate('share')
  switch (why) {
    case 'often':
      return { title: t('often'), why: t('oftenWhy', { seconds }), leadsBack: true }
    case 'origin':
      return { title: t('elsewhere'), why: t('elsewhereWhy'), leadsBack: true }
    case 'host':
      return { title: t('wrongHost'), why: t('wrongHostWhy'), leadsBack: false }
    case 'path':
      return { title: t('unknown'), why: t('unknownWhy'), leadsBack: false }
    default:
      return null
  }
}

/** Under an address that the studio does not answer to, it does not answer for its style sheet either. */
const styles = async (): Promise<Html> =>
  html`<style>${new Html(await readFile(path.resolve('public/share/share.css'), 'utf8'))}</style>`
