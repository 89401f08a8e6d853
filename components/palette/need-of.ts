import type { Role } from '@/lib/access/schema'
import { type CommandId, groupOf } from './commands'

/** Of the groups that change something, what only looks. */
const LOOKS: readonly CommandId[] = ['edit.history', 'desk.find']
/** Of the groups that look, what changes something. */
const CHANGES: readonly CommandId[] = [
  'take.use',
  'take.discard',
  'json.format',
  'queue.front',
  'queue.retry',
  'queue.cancel',
  'queue.retryAll',
]

/** Whose command it is: the role that the server asks for what it does. Null for everybody's, logged in or not. */
export function needOf(id: CommandId): Role | null {
  if (id === 'queue.pause') return 'admin'
  if (CHANGES.includes(id)) return 'editor'
  return ['edit', 'make', 'desk'].includes(groupOf(id)) && !LOOKS.includes(id) ? 'editor' : null
}
