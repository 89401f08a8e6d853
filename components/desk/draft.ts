import type { BriefInput, Format } from '@/lib/project/schema'
import { FORMATS } from '@/lib/project/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import { DEFAULT_STYLE } from '@/lib/storyboard/styles'

/** What stands on the sheet before it is sent. */
export interface StoryDraft {
  story: string
  /** A shipped style's id, or `custom`. */
  styleId: string
  /** The words of a custom style; kept when another style is tried. */
  styleWords: string
  size: Format
  /** Null: as many as the story asks for. */
  sceneCount: number | null
  voice: string
  music: boolean
  subtitles: boolean
}

export const EMPTY_DRAFT: StoryDraft = {
  story: '',
  styleId: DEFAULT_STYLE.id,
  styleWords: '',
  size: '16:9',
  sceneCount: null,
  voice: 'default',
  music: true,
  subtitles: true,
}

const DRAFT_KEY = 'studio.draft'

export function draftBrief(draft: StoryDraft): BriefInput {
  return {
    story: draft.story,
    style: draft.styleId === 'custom' ? draft.styleWords : draft.styleId,
    size: draft.size,
    sceneCount: draft.sceneCount,
    voice: draft.voice,
    music: draft.music,
    subtitles: draft.subtitles,
  }
}

/** A draft from any text: what is missing or of another kind falls back, so an older studio's draft is still read. */
export function parseDraft(stored: string | null): StoryDraft {
  let value: Partial<Record<keyof StoryDraft, unknown>>
  try {
    value = JSON.parse(stored ?? '{}') ?? {}
  } catch {
    return EMPTY_DRAFT
  }
  const text = (name: keyof StoryDraft, fallback: string) => {
    const found = value[name]
    return typeof found === 'string' ? found : fallback
  }
  const flag = (name: keyof StoryDraft) => value[name] !== false
  const { sceneCount } = value
  return {
    story: text('story', ''),
    styleId: text('styleId', EMPTY_DRAFT.styleId),
    styleWords: text('styleWords', ''),
    size: FORMATS.find((format) => format === value.size) ?? EMPTY_DRAFT.size,
    sceneCount:
      typeof sceneCount === 'number' && sceneCount >= 1 && sceneCount <= LIMITS.scenes
        ? Math.round(sceneCount)
        : null,
    voice: text('voice', EMPTY_DRAFT.voice),
    music: flag('music'),
    subtitles: flag('subtitles'),
  }
}

/** Storage can be full or forbidden; then the draft lives as long as the page. */
export function keepDraft(draft: StoryDraft): void {
  try {
    localStorage.setItem(DRAFT_KEY, JSON.stringify(draft))
  } catch {}
}

export function readDraft(): StoryDraft {
  try {
    return parseDraft(localStorage.getItem(DRAFT_KEY))
  } catch {
    return EMPTY_DRAFT
  }
}
