import { describe, expect, it } from 'vitest'
import { messages } from '@/components/i18n/messages/en'
import { arrange, keysByGroup } from './arrange'
import { inOrder, Offers, type PageCommand } from './commands'
import { type Entry, namesOf } from './use-entries'

const entry = (id: string, group: Entry['group'], words: string): Entry => ({
  id,
  group,
  words,
  also: '',
  run: () => undefined,
})
const scenes = Array.from({ length: 30 }, (_, i) => entry(`scene ${i}`, 'scene', `Scene ${i + 1}: The sea`))
const ENTRIES = [
  entry('go.queue', 'go', 'Go to the queue'),
  entry('edit.undo', 'edit', 'Undo'),
  entry('make.film', 'make', 'Render the film'),
  ...scenes,
]
const names = (query: string, recent: string[] = []) =>
  arrange(ENTRIES, query, recent).map((group) => group.name)

describe('the palette', () => {
  it('opens with what was used last, then everything in its order, of the many a few', () => {
    expect(names('', ['make.film', 'gone.away'])).toEqual(['recent', 'edit', 'make', 'scene', 'go'])
    const [recent, , , some] = arrange(ENTRIES, '', ['make.film', 'gone.away'])
    expect(recent?.entries.map(({ id }) => id)).toEqual(['make.film'])
    expect(some?.entries.length).toBeLessThan(10)
  })

  it('puts the group with the best answer first and leaves out the others', () => {
    expect(names('queue')).toEqual(['go'])
    expect(names('the')[0]).toBe('make')
    expect(arrange(ENTRIES, 'scene 17', [])[0]?.entries[0]?.id).toBe('scene 16')
  })
})

describe('the offers of a page', () => {
  const run = () => undefined
  it('hold what is on the page, and no more of it than that', () => {
    const offers = new Offers<PageCommand>()
    const takeBack = offers.add(() => [{ id: 'edit.undo', run }])
    offers.add(() => [{ id: 'go.desk', run }])
    expect(offers.all().map(({ id }) => id)).toEqual(['edit.undo', 'go.desk'])
    takeBack()
    expect(offers.all().map(({ id }) => id)).toEqual(['go.desk'])
  })

  it('are listed each once, in the order of their names', () => {
    const offered: PageCommand[] = [
      { id: 'go.desk', run },
      { id: 'edit.redo', run, keys: ['mod+y'] },
      { id: 'edit.undo', run, keys: ['mod+z'] },
      { id: 'edit.undo', run, keys: ['mod+z'] },
    ]
    const listed = inOrder(offered, messages.command.name)
    expect(listed.map(({ id }) => id)).toEqual(['edit.undo', 'edit.redo', 'go.desk'])
    expect(keysByGroup(listed)).toEqual([{ name: 'edit', commands: listed.slice(0, 2) }])
  })

  it('are found by their names in both languages', () => {
    expect(namesOf('edit.undo')).toBe('Undo 撤销')
  })
})
