import { User } from 'lucide-react'
import { cx } from '@/components/ui/class-names'
import { initialsOf, type Person } from './people'

const COLOURS = ['bg-who-0', 'bg-who-1', 'bg-who-2', 'bg-who-3', 'bg-who-4', 'bg-who-5'] as const

/** Whoever it is has a name beside it or in its title: the disc alone tells only that it is the same person. */
export function PersonDisc({ person, className }: { person: Person; className?: string }) {
  const initials = initialsOf(person.name)
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex items-center justify-center rounded-full font-medium text-on-who',
        COLOURS[person.colour],
        className ?? 'size-6 text-xs',
      )}
    >
      {initials || <User className="size-3/5" />}
    </span>
  )
}
