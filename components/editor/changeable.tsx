'use client'

import type { ReactNode } from 'react'
import { ControlGroup } from '@/components/ui/control-group'
import { useEditor } from './editor-context'

/**
 * Around controls that change the film: whoever may only look sees how they stand. Texts stay outside, since one that is
 * disabled can be neither selected nor scrolled.
 */
export function Changeable({ children }: { children: ReactNode }) {
  return <ControlGroup isShut={!useEditor().mayEdit}>{children}</ControlGroup>
}
