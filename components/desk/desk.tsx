'use client'

import { useMay } from '@/components/access/use-may'
import { useLiveDesk } from '@/components/live/use-live-desk'
import { Header } from '@/components/shell/header'
import { Films } from './films'
import { LookingCard } from './looking-card'
import type { SampleStory } from './samples'
import { StorySheet } from './story-sheet'

interface DeskProps {
  samples: SampleStory[]
  stylePictures: Record<string, string>
}

export function Desk({ samples, stylePictures }: DeskProps) {
  useLiveDesk()
  const mayMake = useMay('editor')
  return (
    <>
      <Header />
      <main className="mx-auto flex w-full max-w-[72rem] flex-col gap-10 px-4 pt-2 pb-20 md:px-6">
        {mayMake ? <StorySheet samples={samples} stylePictures={stylePictures} /> : <LookingCard />}
        <Films />
      </main>
    </>
  )
}
