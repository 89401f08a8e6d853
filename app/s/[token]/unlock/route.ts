import { closedPage, isClosed } from '@/components/share/page/answer-share'
import { lockPage } from '@/components/share/page/other-pages'
import { wordsFor } from '@/components/share/page/words'
import { routes } from '@/lib/base/http'
import { checkInput, readForm } from '@/lib/base/http-body'
import { openShare } from '@/lib/share/open'
import { isPassword } from '@/lib/share/password'
import { unlockSchema } from '@/lib/share/schema'
import { unlockCookie } from '@/lib/share/unlock'

/** The lock page's form; the door counts its tries. */
export const { GET, POST, PUT, PATCH, DELETE } = routes<{ token: string }>({
  // The address that a wrong password leaves in the browser: opened again, it leads back to the page.
  GET: async ({ params }) =>
    new Response(null, { status: 303, headers: { location: `/s/${encodeURIComponent(params.token)}` } }),
  POST: async ({ request, params }) => {
    const words = wordsFor(request.headers)
    const opened = await openShare(params.token, null)
    if (isClosed(opened)) return closedPage(words, opened)
    const { share, token } = opened
    const path = `/s/${token}`
    const { password } = checkInput(unlockSchema, await readForm(request))
    if (share.password !== null && !(await isPassword(password, share.password))) {
      return lockPage(words, path, true)
    }
    return new Response(null, {
      status: 303,
      headers: { location: path, 'set-cookie': unlockCookie(share, token), 'cache-control': 'no-store' },
    })
  },
})
