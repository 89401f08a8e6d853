import type { AddressView, ConnectionView } from '@/lib/engine/connection/schema'

/** The best of its addresses; `none` while there are none. */
export function connectionState({
  addresses,
  urls,
}: Pick<ConnectionView, 'addresses' | 'urls'>): AddressView['state'] | 'none' {
  if (urls.length === 0) return 'none'
  const has = (state: AddressView['state']) => addresses.some((address) => address.state === state)
  return has('ready') ? 'ready' : has('loading') ? 'loading' : 'unavailable'
}
