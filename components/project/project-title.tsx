'use client'

import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { useRenameProject } from '@/components/desk/rename-project'
import { useCommands } from '@/components/palette/use-commands'
import { useErrorWords } from '@/components/task/error-words'
import { useFocusAfterEdit } from '@/components/ui/focus-after-edit'
import { InlineEdit } from '@/components/ui/inline-edit'
import { useToast } from '@/components/ui/toast'
import type { ProjectView } from '@/lib/project/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import { useTitleDraft } from './title-draft'

export function ProjectTitle({ view }: { view: ProjectView }) {
  const t = useTranslations('project')
  const rename = useRenameProject()
  const toast = useToast()
  const words = useErrorWords()
  const mayRename = useMay('editor')
  const [draft, setDraft] = useTitleDraft()
  const focus = useFocusAfterEdit()
  const leave = (byKey: boolean) => {
    focus.end(byKey)
    setDraft(null)
  }
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
        onCancel={leave}
        onSave={(title, byKey) => {
          leave(byKey)
          rename.mutate(
            { id: view.id, title },
            { onError: (error) => toast({ words: words(error), grave: true }) },
          )
        }}
        className="h-9 w-full max-w-md font-serif text-lg"
      />
    )
  }
  const title = view.title || t('untitled')
  if (!mayRename) return <h1 className="min-w-16 truncate px-1.5 font-serif text-lg">{title}</h1>
  return (
    <h1 className="min-w-16">
      <button
        ref={focus.ref}
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
