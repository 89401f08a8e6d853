import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { queueKeys } from '@/components/queue/queries'
import type { TaskView } from '@/lib/task/schema'
import { showTask } from './show-task'

const task = (part: Partial<TaskView> = {}) =>
  ({ id: 'w', status: 'running', progress: 0.2, ...part }) as TaskView

function asked(news: TaskView): boolean {
  const client = new QueryClient()
  const target = { task: task({ id: 'a' }), work: [{ task: task() }] }
  client.setQueryData(queueKeys.view, { live: [target], failed: [], ended: [] })
  showTask(client, news)
  return client.getQueryState(queueKeys.view)?.isInvalidated ?? false
}

test('an answer that comes before its event asks for the lists of the queue, since the event will not', () => {
  expect(asked(task({ status: 'cancelled' }))).toBe(true)
  expect(asked(task({ progress: 0.6 }))).toBe(false)
})
