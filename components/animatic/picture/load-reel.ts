import { openClip } from './clip-reel'
import { fetchReel, paintReel } from './layered-reel'
import type { LoadReel } from './reel'

export const loadReel: LoadReel = (source, order) => {
  switch (source.kind) {
    case 'clip':
      return openClip(source, order)
    case 'frame':
      return fetchReel(source, order)
    case 'painting':
      return paintReel(source, order)
  }
}
