/** Queue: what is in hand, what waits and what failed, over all films. Every query key of this room stands here. */
export const queueKeys = {
  view: ['queue', 'view'] as const,
  /** Of the header; filled by live events only. */
  state: ['queue', 'state'] as const,
}
