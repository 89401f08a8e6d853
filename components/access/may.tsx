'use client'

import type { ReactNode } from 'react'
import type { Role } from '@/lib/access/schema'
import { useMay } from './use-may'

/** What is there only for those who may do it. */
export function May({ need, children }: { need: Role; children: ReactNode }) {
  return useMay(need) ? children : null
}
