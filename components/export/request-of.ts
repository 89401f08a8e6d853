import type { Size } from '@/lib/media/video'
import type { Exported, ExportRequest } from '@/lib/project/export/schema'

/** Of the size of `film` no size is named: it may be one that is not to be asked for. */
export function requestOf({ format, width, height, captions }: Exported, film: Size | null): ExportRequest {
  if (format !== 'mp4' || width === null || height === null) return { format }
  const isOwn = film?.width === width && film.height === height
  return {
    format,
    ...(captions === null ? {} : { captions }),
    ...(isOwn ? {} : { shortSide: Math.min(width, height) }),
  }
}
