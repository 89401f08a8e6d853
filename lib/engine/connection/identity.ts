import type { EngineIdentity } from '@/lib/storyboard/schema'
import type { ModelCard } from './card'
import type { Service } from './schema'

const clean = (text: string, most: number): string => text.replace(/[@\s]+/g, '-').slice(0, most)

/**
 * `{service}/{model}@{revision}`. What the studio does with a request (how it joins a prompt, which sizes it asks for)
 * belongs to its meaning too: should that ever change for a service, its suffix here has to. `1` where a server names
 * no revision.
 */
export const identityOf = (service: Service, card: ModelCard): EngineIdentity =>
  `${service}/${clean(card.id, 190)}@${clean(card.revision || '1', 90)}`
