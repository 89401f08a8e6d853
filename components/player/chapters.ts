import type { FilmView } from '@/lib/project/schema'

type Chapter = FilmView['chapters'][number]

/** The chapter that is on at this moment; before the first one, the first. */
export function chapterAt<C extends Pick<Chapter, 'startMs'>>(
  chapters: readonly C[],
  timeMs: number,
): C | undefined {
  // A seek lands a hair before the frame it was sent to.
  return chapters.findLast((chapter) => chapter.startMs <= timeMs + 40) ?? chapters[0]
}
