import { isUpload } from '@/lib/plan/upload'
import type { SharedFilm, SharedScene } from '@/lib/share/film'
import { SLOTS } from '@/lib/storyboard/schema'
import { type Html, html } from './html'
import type { Words } from './words'

/** "Pictures: SD-Turbo": what each engine made, in the order in which a film is made. */
export function engineLines(words: Words, film: SharedFilm): Html[] {
  const t = words.translate('share')
  const name = engineNames(words)
  return SLOTS.flatMap((slot) => {
    const names = [
      ...new Set(film.engines.filter((made) => made.slot === slot).map((made) => name(made.engine))),
    ]
    if (names.length === 0) return []
    return [html`<li><span class="slot">${t(`slot.${slot}`)}</span> ${names.join(t('comma'))}</li>`]
  })
}

/** That a scene is not what was asked for. Its page is for strangers: what went wrong inside the studio is not. */
export function fallbackLine(words: Words, scene: SharedScene): string {
  const t = words.translate('share')
  const slots = [...new Set(scene.fallbacks.map(({ slot }) => t(`slot.${slot}`)))]
  return t('fellBack', { what: slots.join(t('comma')) })
}

function engineNames(words: Words): (identity: string) => string {
  const t = words.translate('share')
  return (identity) => {
    const [, engine = '', model = ''] = /^([^/]+)\/(.+)@[^@]+$/.exec(identity) ?? []
    if (engine === 'draft') return t('draft')
    return isUpload({ engine: identity }) ? t('own') : (model.split('/').at(-1) ?? model)
  }
}
