import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { PageQueries } from './query-client'

/** A list that is being read, whose answers come when the test says so. */
function openList() {
  const client = new PageQueries()
  const reads: PromiseWithResolvers<string[]>[] = []
  const queryFn = () => {
    const read = Promise.withResolvers<string[]>()
    reads.push(read)
    return read.promise
  }
  const observer = new QueryObserver(client, { queryKey: ['list'], queryFn, retry: false })
  observer.subscribe(() => undefined)
  return { client, reads, shown: () => observer.getCurrentResult() }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))
const change = (client: PageQueries) => client.invalidateQueries({ queryKey: ['list'] })

test('a first answer that was on its way before a change is followed by another, once for many changes', async () => {
  const { client, reads, shown } = openList()
  const changes = [change(client), change(client)]
  await settled()
  reads[0]?.resolve([])
  await settled()
  reads[1]?.resolve(['new'])
  await Promise.all(changes)
  expect(shown()).toMatchObject({ data: ['new'], status: 'success', error: null })
  expect(reads).toHaveLength(2)
})

test('a first read that failed is tried again', async () => {
  const { client, reads, shown } = openList()
  const changed = change(client)
  await settled()
  reads[0]?.reject(new Error('away'))
  await settled()
  reads[1]?.resolve(['new'])
  await changed
  expect(shown().data).toEqual(['new'])
})

test('what has been read is asked for once more, and shown meanwhile', async () => {
  const { client, reads, shown } = openList()
  await settled()
  reads[0]?.resolve(['old'])
  await settled()
  const changed = change(client)
  await settled()
  expect(shown().data).toEqual(['old'])
  reads[1]?.resolve(['new'])
  await changed
  expect([shown().data, reads.length]).toEqual([['new'], 2])
})
