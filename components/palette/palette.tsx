'use client'

import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type PageCommand, useAllCommands } from './command-store'
import { useFilmCommands } from './film-commands'
import { useGlobalCommands } from './global-commands'
import { recentCommands, rememberCommand } from './recent'

const GROUPS = ['edit', 'make', 'view', 'scene', 'film', 'go'] as const

/** Ctrl-K (or Cmd-K) on every page. */
export function Palette() {
  const t = useTranslations('palette')
  const [open, setOpen] = useState(false)
  useGlobalCommands()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <Command.Dialog
      open={open}
      onOpenChange={setOpen}
      label={t('title')}
      filter={rank}
      overlayClassName="fixed inset-0 z-40 animate-appear bg-veil"
      contentClassName="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 animate-appear overflow-hidden rounded-lg border border-line bg-sheet text-ink shadow-float"
    >
      {open ? <PaletteList onDone={() => setOpen(false)} /> : null}
    </Command.Dialog>
  )
}

/** What begins with the letters typed comes first, then what holds them, then what is known by them. */
function rank(_value: string, typed: string, keywords: string[] = []): number {
  const wanted = typed.trim().toLocaleLowerCase()
  const [words = '', also = ''] = keywords.map((keyword) => keyword.toLocaleLowerCase())
  if (words.startsWith(wanted)) return 1
  if (words.includes(wanted)) return 0.8
  return also.includes(wanted) ? 0.5 : 0
}

function PaletteList({ onDone }: { onDone: () => void }) {
  const t = useTranslations('palette')
  const page = useAllCommands()
  const films = useFilmCommands()
  const commands = [...page, ...films]
  const [recent] = useState(recentCommands)
  const lately = recent.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const run = (command: PageCommand) => {
    rememberCommand(command.id)
    onDone()
    command.run()
  }
  return (
    <>
      <Command.Input
        placeholder={t('find')}
        className="h-12 w-full border-line border-b bg-sheet px-4 outline-none placeholder:text-soft"
      />
      <Command.List className="max-h-[60vh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-soft">{t('nothing')}</Command.Empty>
        {lately.length > 0 ? (
          <Commands heading={t('group.recent')} prefix="recent " commands={lately} onRun={run} />
        ) : null}
        {GROUPS.map((group) => (
          <Commands
            key={group}
            heading={t(`group.${group}`)}
            prefix=""
            commands={commands.filter((command) => command.group === group)}
            onRun={run}
          />
        ))}
      </Command.List>
    </>
  )
}

interface CommandsProps {
  heading: string
  /** Two entries of one command need two values. */
  prefix: string
  commands: readonly PageCommand[]
  onRun: (command: PageCommand) => void
}

function Commands({ heading, prefix, commands, onRun }: CommandsProps) {
  if (commands.length === 0) return null
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-soft [&_[cmdk-group-heading]]:text-xs"
    >
      {commands.map((command) => (
        <Command.Item
          key={command.id}
          value={`${prefix}${command.id}`}
          keywords={[command.words, command.also ?? '']}
          onSelect={() => onRun(command)}
          className="flex cursor-default items-center gap-3 rounded px-3 py-2 data-[selected=true]:bg-hover"
        >
          <span className="min-w-0 flex-1 truncate">{command.words}</span>
          {command.keys ? <kbd className="text-soft text-xs">{command.keys}</kbd> : null}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
