/**
 * What every path and every socket event asks of whoever calls it. One table: a path that no line of it knows is refused,
 * and a test walks all routes with all roles.
 */
import type { Need } from './schema'

interface Rule {
  /** Methods, or all. */
  methods: readonly string[] | null
  path: RegExp
  need: Need
}

const READ = ['GET', 'HEAD'] as const
const rule = (methods: Rule['methods'], path: RegExp, need: Need): Rule => ({ methods, path, need })

/** The first line that fits decides. */
const RULES: readonly Rule[] = [
  // What a page needs before anybody is known, and what a share link opens by its token alone.
  rule(READ, /^\/_next\/static\//, 'public'),
  rule(READ, /^\/share\/(player\.js|share\.css)$/, 'public'),
  rule(READ, /^\/(icon\.svg|favicon\.ico|robots\.txt)$/, 'public'),
  rule(READ, /^\/login$/, 'public'),
  rule(null, /^\/api\/session$/, 'public'),
  rule(READ, /^\/s\/[^/]+(\/.*)?$/, 'public'),
  rule(['POST'], /^\/s\/[^/]+\/unlock$/, 'public'),

  // Keys and what concerns the whole studio.
  rule(null, /^\/api\/keys(\/|$)/, 'admin'),
  rule(READ, /^\/api\/engines(\/|$)/, 'viewer'),
  rule(null, /^\/api\/engines(\/|$)/, 'admin'),
  rule(['POST'], /^\/api\/queue\/(pause|resume)$/, 'admin'),
  rule(READ, /^\/settings$/, 'viewer'),

  // Links lead out of the studio, and only those who may edit see them.
  rule(null, /^\/api\/(projects\/[^/]+\/)?shares(\/|$)/, 'editor'),

  // The published API.
  rule(['POST'], /^\/(storyboard|frames|clips|narration|render)$/, 'editor'),
  rule(READ, /^\/tasks\/[^/]+$/, 'viewer'),
  rule(['DELETE'], /^\/tasks\/[^/]+$/, 'editor'),
  rule(READ, /^\/(health|openapi\.json)$/, 'viewer'),
  rule(READ, /^\/data\//, 'viewer'),

  // Pages, and the studio's own routes: who looks, reads; everything else is work.
  rule(READ, /^\/($|queue$|status$|projects\/[^/]+(\/print)?$)/, 'viewer'),
  rule(READ, /^\/_next\//, 'viewer'),
  rule(READ, /^\/(fonts|engine|samples|styles|sprites|voices)\//, 'viewer'),
  rule(READ, /^\/api\//, 'viewer'),
  // A question too long for an address: which of these assets exist.
  rule(['POST'], /^\/api\/projects\/[^/]+\/known$/, 'viewer'),
  rule(null, /^\/api\//, 'editor'),
]

/**
 * What a request asks for. A path that is nobody's asks for a viewer, who then reads that there is no such page; a method
 * that a known path does not have asks for an editor.
 */
export function needOf(method: string, path: string): Need {
  const found = ruleOf(method, path)
  if (found) return found
  return READ.some((name) => name === method) ? 'viewer' : 'editor'
}

/** Null when the table has no line for it. */
export const ruleOf = (method: string, path: string): Need | null =>
  RULES.find(({ methods, path: pattern }) => (methods?.includes(method) ?? true) && pattern.test(path))
    ?.need ?? null

/** What a client says over the socket; an event that is not here is not heard. */
export const EVENT_NEEDS: Readonly<Record<string, Need>> = {
  watch: 'viewer',
  unwatch: 'viewer',
  here: 'viewer',
  watchDesk: 'viewer',
  watchQueue: 'viewer',
  unwatchQueue: 'viewer',
  askQueue: 'viewer',
}
