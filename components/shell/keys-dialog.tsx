'use client'

import { Keyboard } from 'lucide-react'
import { useMessages, useTranslations } from 'next-intl'
import { useState } from 'react'
import { keysByGroup } from '@/components/palette/arrange'
import { commandOffers, inOrder } from '@/components/palette/commands'
import { useCommands } from '@/components/palette/use-commands'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Keys } from './keys-shown'
import { useOpened } from './use-opened'

/** Opens with `?`: the keys that work on this page, as the page itself offers them. */
export function KeysDialog() {
  const t = useTranslations('keys')
  const { show, opener, dialog } = useOpened()
  useCommands([
    { id: 'go.keys', run: show, keys: ['?'] },
    { id: 'go.back', keys: ['Escape'] },
  ])
  return (
    <>
      <IconButton ref={opener} words={t('title')} keys="?" onClick={show} className="max-md:hidden">
        <Keyboard aria-hidden="true" className="size-4" />
      </IconButton>
      <Dialog {...dialog} title={t('title')} wide>
        <KeyTable />
      </Dialog>
    </>
  )
}

function KeyTable() {
  const t = useTranslations('command')
  const { command } = useMessages()
  // While this is looked at, nothing comes or goes.
  const [groups] = useState(() => keysByGroup(inOrder(commandOffers.all(), command.name)))
  return (
    <div className="gap-x-10 md:columns-2">
      {groups.map(({ name, commands }) => (
        <section key={name} className="mb-5 break-inside-avoid">
          <h3 className="mb-1 text-soft text-xs">{t(`group.${name}`)}</h3>
          <dl>
            {commands.map(({ id, keys = [], on }) => (
              <div
                key={id}
                className="flex min-h-9 items-center justify-between gap-4 border-line border-t py-1"
              >
                <dt>
                  {t(`name.${id}`)}
                  {on ? <span className="block text-soft text-xs">{t(`on.${on}`)}</span> : null}
                </dt>
                <dd>
                  <Keys of={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
