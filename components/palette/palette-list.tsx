'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { isPress } from '@/components/shell/keys'
import { Keys } from '@/components/shell/keys-shown'
import { isMac } from '@/components/shell/use-key-words'
import { cx } from '@/components/ui/class-names'
import { arrange } from './arrange'
import { recentIds } from './recent'
import { type Entry, useEntries } from './use-entries'

interface PaletteListProps {
  onChoose: (entry: Entry) => void
  onClose: () => void
}

export function PaletteList({ onChoose, onClose }: PaletteListProps) {
  const t = useTranslations('command')
  const entries = useEntries()
  const [recent] = useState(recentIds)
  const [query, setQuery] = useState('')
  const [value, setValue] = useState('')
  const groups = arrange(entries, query, recent)
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0)
  // An entry used lately stands in its group as well; a value has to be one of a kind.
  const nameOf = (group: string, entry: Entry) => `${group} ${entry.id}`
  const shown = groups.flatMap((group) =>
    group.entries.map((entry) => ({ value: nameOf(group.name, entry), entry })),
  )
  const selected = shown.find((item) => item.value === value)?.entry
  const says = useMemo(() => selected?.says?.(), [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPress(event, 'mod+k', isMac())) return
    event.preventDefault()
    onClose()
  }
  return (
    <Command
      label={t('title')}
      shouldFilter={false}
      vimBindings={false}
      loop
      value={value}
      onValueChange={setValue}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-col outline-none"
    >
      <div className="flex shrink-0 items-center border-line border-b">
        <Search aria-hidden="true" className="ml-4 size-4 shrink-0 text-soft" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t('find')}
          className="h-12 min-w-0 flex-1 bg-transparent px-3 placeholder:text-soft focus-visible:outline-none pointer-coarse:text-prose"
        />
      </div>
      <span role="status" className="sr-only">
        {query.trim() === '' ? '' : t('count', { count })}
      </span>
      <Command.List className="min-h-0 flex-1 scroll-py-8 overflow-y-auto px-1.5 pb-1.5">
        {count === 0 ? <p className="px-3 py-8 text-center text-soft">{t('nothing')}</p> : null}
        {groups.map(({ name, entries: found }) => (
          <Command.Group
            key={name}
            heading={t(`group.${name}`)}
            className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-soft [&_[cmdk-group-heading]]:text-xs"
          >
            {found.map((entry) => (
              <Command.Item
                key={entry.id}
                value={nameOf(name, entry)}
                onSelect={() => onChoose(entry)}
                className="flex min-h-9 cursor-default items-center gap-3 rounded px-3 py-1.5 data-[selected=true]:bg-hover pointer-coarse:min-h-11"
              >
                <span className="min-w-0 flex-1 truncate">{entry.words}</span>
                {entry.keys?.[0] ? <Keys of={[entry.keys[0]]} className="max-sm:hidden" /> : null}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p
        className={cx(
          'flex min-h-9 shrink-0 items-center gap-x-4 border-line border-t bg-paper px-4 py-1.5 text-soft text-xs',
          !says && 'pointer-coarse:hidden',
        )}
      >
        <span className="numeric min-w-0 flex-1 truncate">{says}</span>
        <span className="shrink-0 pointer-coarse:hidden">
          {`↑↓ ${t('choose')}  ·  Enter ${t('run')}  ·  Esc ${t('close')}`}
        </span>
      </p>
    </Command>
  )
}
