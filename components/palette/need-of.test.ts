import { expect, it } from 'vitest'
import { messages } from '@/components/i18n/messages/en'
import type { CommandId } from './commands'
import { needOf } from './need-of'

const ids = Object.entries(messages.command.name).flatMap(([group, names]) =>
  Object.keys(names).map((name) => `${group}.${name}` as CommandId),
)
const idsOf = (need: ReturnType<typeof needOf>, groups: RegExp) =>
  ids.filter((id) => needOf(id) === need && groups.test(id))

it('leaves to whoever only looks nothing that changes a film or what is in hand', () => {
  expect(idsOf(null, /^(edit|make|take|json|desk|queue)\./)).toEqual([
    'edit.history',
    'take.flip',
    'take.peek',
    'json.find',
    'json.nextProblem',
    'desk.find',
    'queue.rowBefore',
    'queue.rowAfter',
    'queue.unfold',
  ])
})

it('keeps nothing from them of looking and going about', () => {
  expect(ids.filter((id) => needOf(id) !== null && /^(play|view|look|go)\./.test(id))).toEqual([])
})

it('leaves the pause of the whole queue to admins', () => {
  expect(idsOf('admin', /./)).toEqual(['queue.pause'])
})
