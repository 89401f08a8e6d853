'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CopyLine } from './copy-line'
import { ServicesPicture } from './services-picture'

const STEPS = [
  { name: 'docker', command: 'docker compose -f docker/compose.yml --profile gpu up --build' },
  { name: 'native', command: 'npm run fetch-models && npm run services' },
  { name: 'ollama', command: 'ollama pull qwen2.5:0.5b' },
  {
    name: 'elsewhere',
    command:
      'OLLAMA_URL=http://gpu:11434 IMAGES_URL=http://gpu:8101 VIDEOS_URL=http://gpu:8102 SPEECH_URL=http://gpu:8103 npm start',
  },
] as const

/** How models on a GPU take over, for people who have not done it before. */
export function PlugIn({ open = false }: { open?: boolean }) {
  const t = useTranslations('settings.plugIn')
  return (
    <details open={open} className="group rounded border border-line bg-sheet p-4 md:p-5">
      <summary className="flex list-none items-center gap-1.5 rounded-sm font-serif text-lg [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-soft transition-transform group-open:rotate-90"
        />
        <h2>{t('title')}</h2>
      </summary>
      <div className="mt-4 flex flex-col gap-5">
        <p className="max-w-[44rem] text-soft">{t('why')}</p>
        <ServicesPicture />
        <ol className="flex flex-col gap-4">
          {STEPS.map(({ name, command }) => (
            <li key={name} className="flex flex-col gap-1.5">
              <p>{t(`step.${name}`)}</p>
              <CopyLine text={command} />
            </li>
          ))}
        </ol>
        <p className="text-soft text-sm">{t('without')}</p>
      </div>
    </details>
  )
}
