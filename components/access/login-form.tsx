'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { ApiError } from '@/components/http/request'
import { Preferences } from '@/components/shell/preferences'
import { Mark } from '@/components/shell/wordmark'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useLogin } from './queries'

interface LoginFormProps {
  /** A path of the studio. */
  next: string
  /** Came in before, by a session that is over now. */
  wasIn: boolean
}

/** The way in, for whoever has a key. */
export function LoginForm({ next, wasIn }: LoginFormProps) {
  const t = useTranslations('access')
  const common = useTranslations('common')
  const words = useErrorWords()
  const id = useId()
  const login = useLogin()
  const [key, setKey] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const isWrong = login.error instanceof ApiError && login.error.code === 'unauthorized'
  const problem = isEmpty
    ? t('noKey')
    : isWrong
      ? t('wrongKey')
      : login.error
        ? words(login.error)
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(key.trim() === '')
    if (key.trim() === '') return
    // A whole load: everything the page knows was read as nobody.
    login.mutate(key, { onSuccess: () => window.location.assign(next) })
  }
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[24rem] flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <Mark className="size-9" />
        <span className="flex-1 font-serif text-lg">{common('studio')}</span>
        <Preferences />
      </div>
      <form
        onSubmit={submit}
        noValidate
        className="flex flex-col gap-4 rounded border border-line bg-sheet p-5"
      >
        <div className="flex flex-col gap-1">
          <h1 className="font-serif text-xl">{t('login')}</h1>
          <p className="text-soft">{t(wasIn ? 'loginAgain' : 'loginLead')}</p>
        </div>
        <Field id={id} label={t('key')} error={problem}>
          <input
            id={id}
            type="password"
            autoComplete="current-password"
            // biome-ignore lint/a11y/noAutofocus: it is the only thing to do on this page.
            autoFocus
            value={key}
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? `${id}-error` : undefined}
            onChange={(event) => setKey(event.target.value)}
            className="h-11 rounded border border-line bg-paper px-3 hover:border-edge aria-invalid:border-failed"
          />
        </Field>
        <Button type="submit" look="primary" size="lg" disabled={login.isPending || login.isSuccess}>
          {login.isPending || login.isSuccess ? t('entering') : t('enter')}
        </Button>
      </form>
    </main>
  )
}
