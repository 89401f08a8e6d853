'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { ApiError } from '@/components/http/request'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import type { FieldProblem } from '@/lib/base/errors'
import { type ConnectionView, connectionChangeSchema } from '@/lib/engine/connection/schema'
import { useChangeConnection } from './change-connection'
import { KeyField, type KeyWish } from './key-field'

interface ConnectionFormProps {
  connection: ConnectionView
  onSaved: () => void
  onClose: () => void
}

const BOX =
  'w-full rounded border border-line bg-paper px-3 py-2 hover:border-edge aria-invalid:border-failed'

/** Where a service is, with which key, and which of its models. Nothing is saved before the button is pressed. */
export function ConnectionForm({ connection, onSaved, onClose }: ConnectionFormProps) {
  const t = useTranslations('settings')
  const { service } = connection
  const id = useId()
  const [urls, setUrls] = useState(connection.urls.join('\n'))
  const [model, setModel] = useState(connection.model ?? '')
  const [key, setKey] = useState<KeyWish>({ kind: 'keep' })
  const [problem, setProblem] = useState<string | null>(null)
  const change = useChangeConnection(service)
  const words = useErrorWords()

  const refuse = (error: Error) => {
    const details = error instanceof ApiError ? error.details : undefined
    const [first] = Array.isArray(details) ? (details as FieldProblem[]) : []
    setProblem(first ? `${first.field}: ${first.expected}` : words(error))
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wish = connectionChangeSchema.safeParse({
      urls: urls.split(/[\s,]+/).filter(Boolean),
      model: model.trim() || null,
      ...(key.kind === 'keep' ? {} : { key: key.kind === 'forget' ? null : key.value }),
    })
    if (!wish.success) return setProblem(problemOf(wish.error.issues[0]?.path[0], t))
    setProblem(null)
    change.mutate(wish.data, { onSuccess: onSaved, onError: refuse })
  }
  return (
    <form onSubmit={save} className="flex max-w-[36rem] flex-col gap-4" noValidate>
      <Field id={`${id}-urls`} label={t('addresses')}>
        <textarea
          id={`${id}-urls`}
          // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in.
          autoFocus
          rows={Math.max(2, urls.split('\n').length)}
          value={urls}
          onChange={(event) => setUrls(event.target.value)}
          placeholder={t(`service.${service}.address`)}
          spellCheck={false}
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? true : undefined}
          className={`${BOX} numeric resize-none`}
        />
      </Field>
      <KeyField hasKey={connection.hasKey} wish={key} onWish={setKey} />
      <Field id={`${id}-model`} label={t('model')}>
        <input
          id={`${id}-model`}
          value={model}
          onChange={(event) => setModel(event.target.value)}
          placeholder={t('firstModel')}
          spellCheck={false}
          className={BOX}
        />
      </Field>
      {problem ? <FieldError id={`${id}-error`}>{problem}</FieldError> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" disabled={change.isPending} className="pointer-coarse:h-11">
          {t('save')}
        </Button>
        <Button size="sm" look="bare" onClick={onClose} className="pointer-coarse:h-11">
          {t('cancel')}
        </Button>
        {connection.from === 'settings' ? (
          <Button
            size="sm"
            look="bare"
            disabled={change.isPending}
            onClick={() => change.mutate(null, { onSuccess: onSaved, onError: refuse })}
            className="ml-auto pointer-coarse:h-11"
          >
            {t('toEnvironment')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

type Words = ReturnType<typeof useTranslations<'settings'>>

const problemOf = (field: PropertyKey | undefined, t: Words): string =>
  field === 'urls' ? t('wrong.urls') : field === 'key' ? t('wrong.key') : t('wrong.model')
