import canonicalize from 'canonicalize'

/** Whether two JSON values are the same; the order of an object's members does not matter. */
export const sameJson = (a: unknown, b: unknown): boolean =>
  a === b || canonicalize(a ?? null) === canonicalize(b ?? null)
