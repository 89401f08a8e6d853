import { expect, test } from 'vitest'
import type { ExportView } from '@/lib/project/export/schema'
import type { TaskStatus } from '@/lib/task/schema'
import { endingOf } from './ending'

const view = (status: TaskStatus, file: ExportView['file'] = null) =>
  ({ id: 'e1', file, task: { id: 'e1', status } }) as ExportView
const file = { url: '/file', bytes: 1, madeAt: '2026-01-01T00:00:00.000Z' }

test('a file comes by itself while its room is open, and is told of when it is not', () => {
  expect(endingOf(view('done', file), true)).toBe('fetch')
  expect(endingOf(view('done', file), false)).toBe('ready')
})

test('a failure is told where nobody sees its row; who cancelled knows it', () => {
  expect(endingOf(view('error'), false)).toBe('failed')
  expect(endingOf(view('error'), true)).toBe('seen')
  expect(endingOf(view('cancelled'), false)).toBe('seen')
})

test('nothing is said of what is on its way', () => {
  expect(endingOf(view('pending'), false)).toBeNull()
  expect(endingOf(view('running'), true)).toBeNull()
})
