'use client'

import { Switch as Primitive } from 'radix-ui'

interface SwitchProps {
  id: string
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Switch({ id, label, checked, onChange }: SwitchProps) {
  return (
    <span className="inline-flex h-9 items-center gap-2 pointer-coarse:h-11">
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="h-5 w-9 rounded-full border border-edge bg-paper p-px transition-colors data-[state=checked]:border-ink data-[state=checked]:bg-ink"
      >
        <Primitive.Thumb className="block size-4 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-paper" />
      </Primitive.Root>
      <label htmlFor={id} className="select-none text-base">
        {label}
      </label>
    </span>
  )
}
