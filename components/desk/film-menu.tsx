'use client'

import { Copy, Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTellError } from '@/components/task/tell-error'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import type { ProjectCard } from '@/lib/project/schema'
import { useDuplicateProject } from './duplicate-project'
import { useRemoveProject, useRestoreProject } from './remove-project'

interface FilmMenuProps {
  card: ProjectCard
  title: string
  onRename: () => void
}

export function FilmMenu({ card, title, onRename }: FilmMenuProps) {
  const t = useTranslations('desk')
  const toast = useToast()
  const duplicate = useDuplicateProject()
  const restore = useRestoreProject()
  const onError = useTellError()
  const remove = useRemoveProject({
    onError,
    onRemoved: (id) =>
      toast({
        words: t('removed', { title }),
        action: { label: t('undo'), run: () => restore.mutate(id, { onError }) },
      }),
  })

  return (
    <Menu
      trigger={
        <Button
          look="bare"
          size="icon"
          aria-label={t('actions', { title })}
          className="-mr-1.5 relative z-10"
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </Button>
      }
    >
      <MenuItem icon={<PencilLine />} onSelect={onRename} takesFocus>
        {t('rename')}
      </MenuItem>
      <MenuItem
        icon={<Copy />}
        onSelect={() =>
          duplicate.mutate(card.id, {
            onError,
            onSuccess: () => toast({ words: t('duplicated', { title }) }),
          })
        }
      >
        {t('duplicate')}
      </MenuItem>
      <MenuItem icon={<Trash2 />} onSelect={() => remove.mutate(card.id)} grave>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
