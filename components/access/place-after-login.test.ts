import { expect, it } from 'vitest'
import { placeAfterLogin } from './place-after-login'

it('a path of the studio is gone to after the login', () => {
  expect(placeAfterLogin('/projects/x?scene=2#a')).toBe('/projects/x?scene=2#a')
})

it.each([
  undefined,
  ['/a', '/b'],
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  '/login?next=/',
  '/\n/evil',
  '',
])('anything else leads to the desk: %j', (next) => {
  expect(placeAfterLogin(next)).toBe('/')
})
