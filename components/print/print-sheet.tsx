import { getFormatter, getTranslations } from 'next-intl/server'
import { timecode } from '@/lib/base/timecode'
import type { ProjectView } from '@/lib/project/schema'
import { PrintButton } from './print-button'

/** The storyboard on paper: a scene is never cut by the end of a page. */
export async function PrintSheet({ view }: { view: ProjectView }) {
  const t = await getTranslations('print')
  const format = await getFormatter()
  const scenes = new Map(view.storyboard?.scenes.map((scene) => [scene.id, scene]))
  return (
    <main className="mx-auto flex max-w-[52rem] flex-col gap-6 px-4 py-8 print:max-w-none print:p-0">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1 font-serif text-2xl">{view.title || t('untitled')}</h1>
        <PrintButton words={t('print')} />
      </div>
      <ol className="flex flex-col gap-6">
        {view.scenes.map((planned, i) => {
          const scene = scenes.get(planned.id)
          const { url } = planned.slots.frame
          return (
            <li
              key={planned.id}
              className="grid grid-cols-1 gap-4 border-line border-t pt-4 [break-inside:avoid] sm:grid-cols-[16rem_1fr] print:grid-cols-[16rem_1fr]"
            >
              {url ? (
                // biome-ignore lint/performance/noImgElement: the size is the film's and nothing is to be optimised
                <img
                  src={url}
                  alt={scene?.title ?? ''}
                  className="w-full rounded border border-line print:rounded-none"
                />
              ) : (
                <div className="aspect-video rounded border border-line border-dashed" />
              )}
              <div className="flex min-w-0 flex-col gap-1">
                <p className="numeric text-soft text-sm">
                  {t('scene', {
                    number: i + 1,
                    from: timecode(planned.startMs),
                    to: timecode(planned.startMs + planned.durationMs),
                    seconds: format.number(planned.durationMs / 1000, { maximumFractionDigits: 1 }),
                  })}
                </p>
                <h2 className="font-medium">{scene?.title}</h2>
                <p className="prose-story whitespace-pre-wrap">{scene?.narration}</p>
                <p className="text-soft text-sm">{scene?.prompt}</p>
              </div>
            </li>
          )
        })}
      </ol>
    </main>
  )
}
