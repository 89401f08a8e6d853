'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { parseSubRip } from './subtitles'

/**
 * Captions as the browser's own text track, read from the film's SubRip file. Null address: they are burnt into the
 * picture and a second set would lie over the first.
 */
export function useCaptions(
  video: HTMLVideoElement | null,
  url: string | null,
  language: string,
  label: string,
) {
  const [track, setTrack] = useState<TextTrack>()
  const [shown, setShown] = useState(true)
  const cues = useQuery({
    queryKey: ['captions', url],
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(url ?? '', { signal })
      return response.ok ? parseSubRip(await response.text()) : []
    },
  }).data

  useEffect(() => {
    if (!video || !cues?.length) return
    const added = video.addTextTrack('captions', label, language)
    for (const cue of cues) added.addCue(new VTTCue(cue.startMs / 1000, cue.endMs / 1000, cue.text))
    setTrack(added)
    return () => {
      // A text track cannot be taken off again; an emptied one shows nothing.
      for (const cue of [...(added.cues ?? [])]) added.removeCue(cue)
      added.mode = 'disabled'
      setTrack(undefined)
    }
  }, [video, cues, language, label])

  useEffect(() => {
    if (track) track.mode = shown ? 'showing' : 'hidden'
  }, [track, shown])

  return track ? { shown, toggle: () => setShown(!shown) } : null
}
