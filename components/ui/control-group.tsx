import type { ReactNode } from 'react'

/** Controls that can be shut together: they go on showing how they stand, and neither pointer nor Tab stops at them. */
export function ControlGroup({ isShut, children }: { isShut: boolean; children: ReactNode }) {
  if (!isShut) return children
  return (
    <fieldset disabled className="contents [&_*]:pointer-events-none">
      {children}
    </fieldset>
  )
}
