'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useCommands } from '@/components/palette/use-commands'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { DropVeil } from '@/components/ui/drop-veil'
import { Notice } from '@/components/ui/notice'
import { useDrop } from '@/components/ui/use-drop'
import { LIMITS } from '@/lib/storyboard/schema'
import { type NewProject, useCreateProject } from './create-project'
import { draftBrief } from './draft'
import { SampleStories } from './sample-stories'
import type { SampleStory } from './samples'
import { StoryChoices } from './story-choices'
import { StoryCount } from './story-count'
import { StoryField } from './story-field'
import { StyleChoice } from './style-choice'
import { useFieldErrors } from './use-field-errors'
import { useStoryDraft } from './use-story-draft'
import { useStoryFile } from './use-story-file'

interface StorySheetProps {
  samples: SampleStory[]
  stylePictures: Record<string, string>
}

/** "Tell a story": a text, a few choices, and one button. */
export function StorySheet({ samples, stylePictures }: StorySheetProps) {
  const t = useTranslations('sheet')
  const router = useRouter()
  const words = useErrorWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const { draft, change } = useStoryDraft()
  const create = useCreateProject()
  const [problem, setProblem] = useState<string>()
  const errors = useFieldErrors(create.error)
  const sent = create.isPending || create.isSuccess
  const tooLong = draft.story.length > LIMITS.storyChars

  const make = (what: NewProject['make']) => {
    if (sent) return
    if (!draft.story.trim() || tooLong) {
      setProblem(tooLong ? undefined : t('storyMissing'))
      field.current?.focus()
      return
    }
    create.mutate(
      { ...draftBrief(draft), make: what },
      {
        onSuccess: ({ project_id }) => {
          // The story now lives in its project; the choices are for the next one.
          change({ story: '' })
          router.push(`/projects/${project_id}`)
        },
      },
    )
  }
  const write = (story: string) => {
    setProblem(undefined)
    create.reset()
    change({ story })
  }
  const file = useStoryFile({ story: draft.story, field, onStory: write, onProblem: setProblem })
  const { over, handlers } = useDrop(file.open)

  useCommands([
    { id: 'desk.tell', run: () => field.current?.focus() },
    { id: 'desk.make', run: () => make('film'), keys: ['mod+Enter'] },
    { id: 'desk.storyboard', run: () => make('storyboard') },
  ])

  return (
    <form
      aria-labelledby="sheet-title"
      className="relative rounded-lg border border-line bg-sheet"
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault()
        make('film')
      }}
    >
      <StoryField
        ref={field}
        story={draft.story}
        file={file}
        error={
          tooLong
            ? t('tooLong', { over: draft.story.length - LIMITS.storyChars })
            : (problem ?? errors.fields.story)
        }
        onChange={write}
      />
      {draft.story ? null : <SampleStories samples={samples} onChoose={write} />}
      <div className="flex flex-col gap-5 border-line border-t px-5 py-5 md:px-8">
        <StyleChoice draft={draft} pictures={stylePictures} error={errors.fields.style} onChange={change} />
        <StoryChoices draft={draft} errors={errors.fields} onChange={change} />
        {errors.other ? (
          <Notice tone="failed" title={t('notSent')}>
            {words(errors.other)}
          </Notice>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-3 border-line border-t px-5 py-4 md:px-8">
        <StoryCount draft={draft} />
        <div className="flex flex-1 flex-wrap justify-end gap-2 max-sm:w-full max-sm:flex-none max-sm:flex-col-reverse">
          <Button
            size="lg"
            disabled={sent}
            onClick={() => make('storyboard')}
            title={t('storyboardOnlyWhat')}
          >
            {t('storyboardOnly')}
          </Button>
          <Button type="submit" size="lg" look="primary" disabled={sent} title={t('makeFilmWhat')}>
            {sent ? t('starting') : t('makeFilm')}
          </Button>
        </div>
      </div>
      <DropVeil over={over} className="inset-2 z-10">
        {t('drop')}
      </DropVeil>
    </form>
  )
}
