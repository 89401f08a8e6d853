/** A path of this studio, or its desk: nothing in an address may send somebody elsewhere after the login. */
export function placeAfterLogin(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next)) return '/'
  return next.startsWith('/login') ? '/' : next
}
