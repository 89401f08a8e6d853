import type { Actor, Studio } from './acting'
import { preparePerson } from './people/actor'
import type { Placed } from './sizes'
import { prepareSprite } from './sprite/actor'

/** People and sprites made ready before the sheets are laid, so that laying them needs no waiting. */
export async function prepareActors(placed: Placed[], studio: Studio): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const one of placed) {
    if (one.subject !== null) actors.push(await prepareSprite(one, studio))
    else if (one.person !== null) actors.push(await preparePerson(one, one.person, studio))
  }
  return actors
}
