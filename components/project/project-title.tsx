'use client'

import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { useTitleEdit } from '@/components/desk/rename-project'
import { useCommands } from '@/components/palette/use-commands'
import { InlineEdit } from '@/components/ui/inline-edit'
import type { ProjectView } from '@/lib/project/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import { useTitleDraft } from './title-draft'

export function ProjectTitle({ view }: { view: ProjectView }) {
  const t = useTranslations('project')
  const mayRename = useMay('editor')
  const [draft, setDraft] = useTitleDraft()
  const { ref, onCancel, onSave } = useTitleEdit(view.id, () => setDraft(null))
  const edit = () => setDraft(view.title)
  useCommands([{ id: 'edit.rename', run: edit }])

  if (draft !== null) {
    return (
      <InlineEdit
        label={t('title')}
        value={view.title}
        draft={draft}
        onDraft={setDraft}
        maxLength={LIMITS.titleChars}
        onCancel={onCancel}
        onSave={onSave}
        className="h-9 w-full max-w-md font-serif text-lg"
      />
    )
  }
  const title = view.title || t('untitled')
  if (!mayRename) return <h1 className="min-w-16 truncate px-1.5 font-serif text-lg">{title}</h1>
  return (
    <h1 className="min-w-16">
      <button
        ref={ref}
        type="button"
        title={t('rename')}
        onClick={edit}
        className="block h-9 w-full truncate rounded-sm border border-transparent px-1.5 text-left font-serif text-lg hover:border-line hover:bg-hover"
      >
        {title}
      </button>
    </h1>
  )
}
