'use client'

import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Segment<T extends string> {
  value: T
  label: string
  picture?: ReactNode
}

interface SegmentedControlProps<T extends string> {
  labelledBy: string
  value: T
  segments: readonly Segment<T>[]
  onChange: (value: T) => void
}

/** One of a few, side by side. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  return (
    <RadioGroup.Root
      aria-labelledby={props.labelledBy}
      value={props.value}
      onValueChange={(value) => props.onChange(value as T)}
      orientation="horizontal"
      className="inline-flex w-fit rounded border border-line bg-paper p-0.5"
    >
      {props.segments.map((segment) => (
        <RadioGroup.Item
          key={segment.value}
          value={segment.value}
          className="numeric flex h-[30px] items-center gap-2 rounded-sm border border-transparent px-2.5 text-soft text-sm transition-colors hover:text-ink data-[state=checked]:border-line data-[state=checked]:bg-sheet data-[state=checked]:text-ink pointer-coarse:h-[38px]"
        >
          {segment.picture}
          {segment.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
