import { expect, it } from 'vitest'
import { ROLES, type Role, type SessionView } from '@/lib/access/schema'
import { mayAs } from './use-may'

const as = (role: Role): SessionView => ({ locked: true, principal: { role, name: 'Mei', key: 'k' } })

it('offers each role what the server lets it do', () => {
  const offered = ROLES.map((role) => ROLES.filter((need) => mayAs(as(role), need)))
  expect(offered).toEqual([['viewer'], ['viewer', 'editor'], ['viewer', 'editor', 'admin']])
})

it('offers everything until it is known who looks, and nothing to nobody', () => {
  expect(mayAs(undefined, 'admin')).toBe(true)
  expect(mayAs({ locked: true, principal: null }, 'viewer')).toBe(false)
})
