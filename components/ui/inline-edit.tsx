'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { cx } from './class-names'

interface InlineEditProps {
  label: string
  value: string
  /** What was typed before, where it must outlive this field; `onDraft` hears of each letter. */
  draft?: string
  onDraft?: (text: string) => void
  maxLength: number
  /** `byKey`: the focus was still in the field, and has to go somewhere. */
  onSave: (value: string, byKey: boolean) => void
  onCancel: (byKey: boolean) => void
  className?: string
}

/** A text that is edited where it stands: Enter and leaving keep it, Esc puts the old one back. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, draft = value, onDraft, maxLength, onSave, onCancel, className } = props
  const input = useRef<HTMLInputElement>(null)
  const settled = useRef(false)
  const isFresh = useRef(draft === value)

  useEffect(() => {
    const field = input.current
    field?.focus()
    // Whoever was in the middle of it goes on writing at its end.
    field?.setSelectionRange(isFresh.current ? 0 : field.value.length, field.value.length)
  }, [])

  const settle = (keep: boolean, byKey: boolean) => {
    if (settled.current) return
    settled.current = true
    const text = input.current?.value.trim() ?? ''
    if (keep && text && text !== value) onSave(text, byKey)
    else onCancel(byKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also confirms a word in a Chinese or Japanese input method.
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // What has the focus next would take the same press for its own.
    event.preventDefault()
    settle(event.key === 'Enter', true)
  }

  return (
    <input
      ref={input}
      aria-label={label}
      defaultValue={draft}
      onChange={(event) => onDraft?.(event.target.value)}
      maxLength={maxLength}
      onKeyDown={onKeyDown}
      onBlur={() => settle(true, false)}
      className={cx('min-w-0 rounded-sm border border-edge bg-sheet px-1.5', className)}
    />
  )
}
