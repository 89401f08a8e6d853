import { StudioError } from '@/lib/base/errors'
import { manifestIn, type ShareRow } from './store'

/** Headers that make a browser keep the film. Throws `forbidden` where its maker does not want that. */
export function asDownload(row: ShareRow): Record<string, string> {
  if (!row.allowDownload) throw new StudioError('forbidden', 'This film is for watching here only.')
  const name = `${fileName(manifestIn(row).title) || 'film'}.mp4`
  const plain = name.replace(/[^\w .-]/g, '_')
  // RFC 6266: a name of plain letters for old programs, the true one for all others.
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
  }
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)

/** A title as a file name that every system takes. */
const fileName = (title: string): string =>
  title
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
    .toWellFormed()
    .trim()
