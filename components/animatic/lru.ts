/** A map that forgets what was used longest ago once it holds more than `most`. */
export interface Lru<V> {
  /** Counts as a use. */
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
  readonly size: number
}

export function createLru<V>(most: number, onForget: (value: V) => void = () => {}): Lru<V> {
  const held = new Map<string, V>()
  const forget = (key: string) => {
    const value = held.get(key)
    if (value !== undefined && held.delete(key)) onForget(value)
  }
  return {
    get(key) {
      const value = held.get(key)
      if (value === undefined) return undefined
      held.delete(key)
      held.set(key, value)
      return value
    },
    set(key, value) {
      if (held.get(key) === value) return
      forget(key)
      held.set(key, value)
      for (const oldest of held.keys()) {
        if (held.size <= most) break
        forget(oldest)
      }
    },
    delete: forget,
    get size() {
      return held.size
    },
  }
}
