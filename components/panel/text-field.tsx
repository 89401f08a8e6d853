'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type ComponentProps, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import type { useField } from '@/components/editor/use-field'
import { cx } from '@/components/ui/class-names'
import { FieldError } from '@/components/ui/field'

/** From this share of the limit on, how much is left is told. */
const NEARLY_FULL = 0.85

interface TextFieldProps {
  field: ReturnType<typeof useField<string>>
  label: string
  /** Names the field for tests and tools. */
  name: string
  max: number
  /** `line`: one line. `words`: for machines, in the interface's type. `prose`: for people, in serif. */
  kind?: 'line' | 'words' | 'prose'
  lang?: string | undefined
  placeholder?: string
  onFocus?: ComponentProps<'textarea'>['onFocus']
}

const BOX =
  'w-full rounded border bg-paper px-3 py-2 transition-colors placeholder:text-soft read-only:bg-transparent'

/** Saved as it is typed. What the storyboard cannot hold stays in the field, with the reason below it. */
export function TextField({
  field,
  label,
  name,
  max,
  kind = 'words',
  lang,
  placeholder,
  onFocus,
}: TextFieldProps) {
  const t = useTranslations('panel')
  const format = useFormatter()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const { value, problem } = field

  useHeightOfText(box, value)

  const left = max - value.length
  const isLong = !field.readOnly && value.length > max * NEARLY_FULL
  const shared = {
    id,
    lang,
    placeholder,
    value,
    readOnly: field.readOnly,
    'data-field': name,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${id}-error` : isLong ? `${id}-left` : undefined,
    onBlur: field.onBlur,
  }
  const border = problem ? 'border-failed' : field.readOnly ? 'border-line' : 'border-line hover:border-edge'
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-soft text-xs">
          {label}
        </label>
        {isLong ? (
          <span id={`${id}-left`} className={cx('numeric text-xs', left < 0 ? 'text-failed' : 'text-soft')}>
            {t('left', { count: format.number(left) })}
          </span>
        ) : null}
      </div>
      {kind === 'line' ? (
        <input
          {...shared}
          onChange={(event) => field.type(event.target.value)}
          className={cx(BOX, border, 'h-10 font-serif text-lg')}
        />
      ) : (
        <textarea
          {...shared}
          ref={box}
          rows={kind === 'prose' ? 3 : 2}
          onFocus={onFocus}
          onChange={(event) => field.type(event.target.value)}
          className={cx(BOX, border, 'resize-none overflow-hidden', kind === 'prose' && 'prose-story')}
        />
      )}
      {problem ? <FieldError id={`${id}-error`}>{t('unsaved', { problem })}</FieldError> : null}
    </div>
  )
}

/** As high as its text at any width, so that nothing has to be scrolled twice. */
function useHeightOfText(box: RefObject<HTMLTextAreaElement | null>, value: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    let width = -1
    const resize = () => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      element.style.height = 'auto'
      element.style.height = `${element.scrollHeight + 2}px`
    }
    resize()
    // On a phone it stands in a place that is not shown at first.
    const sizes = new ResizeObserver(resize)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [box, value])
}
