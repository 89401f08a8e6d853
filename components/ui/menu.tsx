'use client'

import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react'
import { cx } from './class-names'

const ROW =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 text-base outline-none data-[highlighted]:bg-hover pointer-coarse:min-h-11'

/** What to run once the menu is gone, when that moves the focus somewhere else. */
const AfterClose = createContext<RefObject<(() => void) | null>>({ current: null })

/** A menu that hangs from its trigger. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  const afterClose = useRef<(() => void) | null>(null)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={() => {
            // The trigger has the focus first: a dialog that opens now gives it back there.
            if (afterClose.current) queueMicrotask(afterClose.current)
            afterClose.current = null
          }}
          className="z-40 min-w-44 animate-rise rounded border border-line bg-sheet p-1 text-ink shadow-float"
        >
          <AfterClose value={afterClose}>{children}</AfterClose>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  icon?: ReactNode
  onSelect: () => void
  /** Marks what removes something; the icon says it too. */
  grave?: boolean
  /** The focus goes on to what it opens, instead of back to the trigger. */
  takesFocus?: boolean
  children: ReactNode
}

export function MenuItem({ icon, onSelect, grave, takesFocus, children }: MenuItemProps) {
  const afterClose = useContext(AfterClose)
  const select = () => {
    if (takesFocus) afterClose.current = onSelect
    else onSelect()
  }
  return (
    <DropdownMenu.Item onSelect={select} className={cx(ROW, grave && 'text-failed')}>
      <span aria-hidden="true" className={cx('[&>svg]:size-4', !grave && 'text-soft')}>
        {icon}
      </span>
      {children}
    </DropdownMenu.Item>
  )
}

interface MenuChoiceProps<T extends string> {
  label: string
  value: T
  choices: readonly { value: T; label: string; icon?: ReactNode }[]
  onChange: (value: T) => void
}

/** One of several, the chosen one ticked. */
export function MenuChoice<T extends string>({ label, value, choices, onChange }: MenuChoiceProps<T>) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as T)}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={ROW}>
          <span aria-hidden="true" className="text-soft [&>svg]:size-4">
            {choice.icon}
          </span>
          <span className="flex-1">{choice.label}</span>
          <DropdownMenu.ItemIndicator>
            <Check aria-hidden="true" className="size-4" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}
