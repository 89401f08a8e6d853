'use client'

import { useTranslations } from 'next-intl'
import { useWhyWords } from '@/components/scene/why-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FieldConflict } from '@/lib/storyboard/edits'
import { useBoardText, useEditor, useEditState } from './editor-context'

/** Two people changed the same field: both texts, and a choice. Nothing is overwritten before it is made. */
export function ConflictDialog() {
  const t = useTranslations('editor')
  const common = useTranslations('common')
  const { store } = useEditor()
  const conflict = useEditState((state) => state.conflict)
  return (
    <Dialog
      open={conflict !== null}
      onOpenChange={(open) => !open && store.settle('theirs')}
      title={t('conflict')}
      closeWords={common('close')}
    >
      <p className="mb-4 text-soft">{t('conflictWhy')}</p>
      <div className="flex flex-col gap-5">
        {conflict?.conflicts.map((field) => (
          <BothTexts key={field.path} field={field} />
        ))}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={() => store.settle('theirs')}>{t('keepTheirs')}</Button>
        <Button look="primary" onClick={() => store.settle('mine')}>
          {t('useMine')}
        </Button>
      </div>
    </Dialog>
  )
}

function BothTexts({ field }: { field: FieldConflict }) {
  const t = useTranslations('editor')
  const why = useWhyWords()
  const board = useBoardText()
  const [where, id] = field.path.split('.')
  const number = where === 'scenes' ? board.scenes.findIndex((scene) => scene.id === id) + 1 : 0
  const name = why([field.field])
  return (
    <section>
      <h3 className="mb-2 font-medium">{number > 0 ? t('fieldOf', { number, name }) : name}</h3>
      <dl className="grid gap-3 sm:grid-cols-2">
        <Text name={t('theirs')} value={field.theirs} />
        <Text name={t('mine')} value={field.mine} />
      </dl>
    </section>
  )
}

function Text({ name, value }: { name: string; value: unknown }) {
  const t = useTranslations('editor')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (
    <div className="min-w-0 rounded border border-line bg-paper p-3">
      <dt className="mb-1 text-soft text-xs">{name}</dt>
      <dd className="prose-story max-h-48 overflow-y-auto whitespace-pre-wrap">{text || t('empty')}</dd>
    </div>
  )
}
