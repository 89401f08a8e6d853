'use client'

import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { type FormEvent, useId } from 'react'
import { usePlanned } from '@/components/editor/editor-context'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/class-names'
import { Field } from '@/components/ui/field'
import type { Person } from './people'
import { PersonDisc } from './person-disc'
import { usePeople } from './use-people'

const MOST_DISCS = 4

/** Everybody on this page, as discs; behind them names and scenes, and one's own name to be told. */
export function WhoIsHere({ className }: { className?: string }) {
  const t = useTranslations('presence')
  const { people } = usePeople()
  if (people.length === 0) return null
  const shown = people.slice(0, MOST_DISCS)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          look="bare"
          size="sm"
          aria-label={t('count', { count: people.length })}
          className={cx('px-1.5', people.length === 1 && 'max-sm:hidden', className)}
        >
          <span className="-space-x-1.5 flex">
            {shown.map((person) => (
              <PersonDisc
                key={person.client}
                person={person}
                className="size-6 border-2 border-paper text-xs"
              />
            ))}
          </span>
          {people.length > MOST_DISCS ? (
            <span className="numeric text-soft text-xs">+{people.length - MOST_DISCS}</span>
          ) : null}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-40 flex w-72 animate-rise flex-col gap-3 rounded border border-line bg-sheet p-4 text-ink shadow-float"
        >
          <h2 className="font-medium">{t('title')}</h2>
          <ul className="flex flex-col gap-2">
            {people.map((person) => (
              <PersonLine key={person.client} person={person} />
            ))}
          </ul>
          <OwnName />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function PersonLine({ person }: { person: Person }) {
  const t = useTranslations('presence')
  const { scenes } = usePlanned()
  const numbers = scenes.filter((scene) => person.sceneIds.includes(scene.id)).map((scene) => scene.number)
  const name = person.isMe ? t('me', { name: person.name || t('nobody') }) : person.name || t('nobody')
  return (
    <li className="flex items-center gap-2">
      <PersonDisc person={person} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {numbers.length > 0 ? (
        <span className="numeric text-soft text-sm">{t('at', { number: numbers.join(', ') })}</span>
      ) : null}
    </li>
  )
}

function OwnName() {
  const t = useTranslations('presence')
  const id = useId()
  const { people, setName } = usePeople()
  const mine = people.find((person) => person.isMe)?.name ?? ''
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setName(String(new FormData(event.currentTarget).get('name') ?? ''))
  }
  return (
    <form onSubmit={save} className="flex items-end gap-2 border-line border-t pt-3">
      <Field id={id} label={t('yourName')} className="flex-1">
        <input
          id={id}
          name="name"
          key={mine}
          defaultValue={mine}
          maxLength={40}
          autoComplete="nickname"
          className="h-9 w-full rounded border border-edge bg-paper px-2.5"
        />
      </Field>
      <Button type="submit">{t('save')}</Button>
    </form>
  )
}
