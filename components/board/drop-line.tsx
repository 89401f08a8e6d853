import type { Edge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/types'
import { cx } from '@/components/ui/class-names'

const PLACES: Record<Edge, string> = {
  top: 'inset-x-0 -top-[7px] h-0.5',
  bottom: 'inset-x-0 -bottom-[7px] h-0.5',
  left: 'inset-y-0 -left-[7px] w-0.5',
  right: 'inset-y-0 -right-[7px] w-0.5',
}

/** Where the scene will stand. */
export function DropLine({ edge }: { edge: Edge | null }) {
  return edge ? (
    <span
      aria-hidden="true"
      className={cx('pointer-events-none absolute z-10 rounded-full bg-accent', PLACES[edge])}
    />
  ) : null
}
