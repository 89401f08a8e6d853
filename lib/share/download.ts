import { StudioError } from '@/lib/base/errors'
import { attachment } from '@/lib/base/http-file'
import { manifestIn, type ShareRow } from './store'

/** Headers that make a browser keep the film. Throws `forbidden` where its maker does not want that. */
export function asDownload(row: ShareRow): Record<string, string> {
  if (!row.allowDownload) throw new StudioError('forbidden', 'This film is for watching here only.')
  return { 'content-disposition': attachment(manifestIn(row).title, '.mp4') }
}
