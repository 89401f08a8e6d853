import { expect, test } from 'vitest'
import { initialsOf, peopleOf } from './people'

const page = (id: string, client: string, sceneId: string | null = null, name = '') => ({
  id,
  client,
  sceneId,
  name,
})

test('a person with two pages is one person, at both scenes', () => {
  const [mei] = peopleOf([page('1', 'mei', 'a'), page('2', 'mei', 'b', 'Mei')], 'me')
  expect(mei).toMatchObject({ client: 'mei', name: 'Mei', sceneIds: ['a', 'b'], isMe: false })
})

test('oneself comes first, and colours stay from page to page', () => {
  const seen = peopleOf([page('1', 'zoe'), page('2', 'me'), page('3', 'amy')], 'me')
  expect(seen.map((person) => person.client)).toEqual(['me', 'amy', 'zoe'])
  const elsewhere = peopleOf([page('9', 'zoe')], 'zoe')
  expect(elsewhere[0]?.colour).toBe(seen[2]?.colour)
})

test('a disc has room for one Chinese character or two initials', () => {
  expect(initialsOf('王小明')).toBe('明')
  expect(initialsOf('ada lovelace')).toBe('AL')
  expect(initialsOf('  ')).toBe('')
})
