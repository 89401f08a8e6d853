import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
} from '@tanstack/react-query'

/**
 * The cache of what the pages have read. Unlike its base, it asks once more for what was just being read for the first
 * time: that answer was on its way before the change that made it old, and nothing would ever ask again.
 */
export class PageQueries extends QueryClient {
  private readonly asksAgain = new Set<Query>()

  override async invalidateQueries(
    filters?: InvalidateQueryFilters,
    options?: InvalidateOptions,
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll(filters as InvalidateQueryFilters)
      .filter((query) => isFirstRead(query) && !this.asksAgain.has(query))
    for (const query of first) this.asksAgain.add(query)
    await super.invalidateQueries(filters, options)
    if (first.length === 0) return
    for (const query of first) this.asksAgain.delete(query)
    await super.invalidateQueries({ predicate: (query) => first.includes(query) }, options)
  }
}

const isFirstRead = ({ state }: Query): boolean => state.data === undefined && state.fetchStatus !== 'idle'
