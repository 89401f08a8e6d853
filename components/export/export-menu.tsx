'use client'

import { Archive, AudioLines, Captions, Download, FileJson, FileText, Film, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMay } from '@/components/access/use-may'
import { useCommands } from '@/components/palette/use-commands'
import { useOpened } from '@/components/shell/use-opened'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import { fileName } from '@/lib/base/file-name'
import type { ExportFormat } from '@/lib/project/export/schema'
import type { FilmView, ProjectView } from '@/lib/project/schema'
import { ExportRoom } from './export-room'
import { fetchFile } from './fetch-file'
import { useExporting } from './use-exporting'

/** Everything of a film to take away: what is there at once, and the room where the rest is made. */
export function ExportMenu({ view }: { view: ProjectView }) {
  const { film } = view
  const t = useTranslations('export')
  const canMake = useMay('editor')
  const { isOpen, show, opener, dialog } = useOpened()
  const exporting = useExporting(view.id, isOpen, show)
  const name = fileName(view.title) || 'film'
  const enter = (format?: ExportFormat) => {
    show()
    exporting.reset()
    if (format) exporting.start({ format })
  }
  /** Who may only look gets the file as it is made, without a task. */
  const make = (format: ExportFormat, address: string) =>
    canMake ? enter(format) : fetchFile(address, `${name}.${format}`)
  useCommands([{ id: 'make.export', run: () => enter() }])

  return (
    <>
      <Menu
        trigger={
          <Button ref={opener} look="bare" size="icon" aria-label={t('open')} title={t('open')}>
            <Download aria-hidden="true" className="size-4" />
          </Button>
        }
      >
        {film ? <FilmItems film={film} name={name} /> : null}
        {film && canMake ? (
          <MenuItem icon={<Film />} takesFocus onSelect={() => enter()}>
            {t('other')}
          </MenuItem>
        ) : null}
        {film ? (
          <MenuItem
            icon={<AudioLines />}
            takesFocus={canMake}
            onSelect={() => make('mp3', film.url.replace(/mp4$/, 'mp3'))}
          >
            {t('format.mp3')}
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<FileText />}
          takesFocus={canMake}
          onSelect={() => make('pdf', `/api/projects/${view.id}/storyboard.pdf`)}
        >
          {t('format.pdf')}
        </MenuItem>
        <MenuItem
          icon={<Printer />}
          onSelect={() => window.open(`/projects/${view.id}/print`, '_blank', 'noopener')}
        >
          {t('print')}
        </MenuItem>
        <MenuItem
          icon={<Archive />}
          takesFocus={canMake}
          onSelect={() => make('zip', `/api/projects/${view.id}/export.zip`)}
        >
          {t('format.zip')}
        </MenuItem>
      </Menu>
      <Dialog {...dialog} title={t('title')} wide>
        <ExportRoom view={view} exporting={exporting} />
      </Dialog>
    </>
  )
}

/** What lies ready beside the film. */
function FilmItems({ film, name }: { film: FilmView; name: string }) {
  const t = useTranslations('export')
  const item = (icon: typeof Film, words: string, address: string, ending: string) => {
    const Icon = icon
    return (
      <MenuItem icon={<Icon />} onSelect={() => fetchFile(address, `${name}.${ending}`)}>
        {words}
      </MenuItem>
    )
  }
  return (
    <>
      {item(Download, t('asRendered'), film.url, 'mp4')}
      {item(AudioLines, t('m4a'), film.url.replace(/mp4$/, 'm4a'), 'm4a')}
      {item(Captions, t('srt'), film.subtitles, 'srt')}
      {item(Captions, t('vtt'), film.subtitles.replace(/srt$/, 'vtt'), 'vtt')}
      {item(FileJson, t('manifest'), film.manifest, 'manifest.json')}
    </>
  )
}
