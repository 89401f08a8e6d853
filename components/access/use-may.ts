'use client'

import { meets, type Role, type SessionView } from '@/lib/access/schema'
import { useSession } from './queries'

/** Until it is known who looks, everything is offered: a page of an editor must not flicker, and the server decides. */
export const mayAs = (session: SessionView | undefined, need: Role): boolean =>
  session === undefined || (session.principal !== null && meets(session.principal.role, need))

/** Whether whoever looks at the page may do what asks for this role. */
export const useMay = (need: Role): boolean => mayAs(useSession().data, need)
