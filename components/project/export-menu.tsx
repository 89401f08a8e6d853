'use client'

import { Archive, AudioLines, Captions, Download, FileJson, FileText, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { ProjectView } from '@/lib/project/schema'
import { fileName } from './file-name'

/** Hands a file to the browser's own downloads. */
function fetchFile(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

/** Everything of a film to take away. */
export function ExportMenu({ view }: { view: ProjectView }) {
  const { film } = view
  const t = useTranslations('project.export')
  const name = fileName(view.title) || 'film'
  const api = `/api/projects/${view.id}`
  return (
    <Menu
      trigger={
        <Button look="bare" size="icon" aria-label={t('open')} title={t('open')}>
          <Download aria-hidden="true" className="size-4" />
        </Button>
      }
    >
      {film ? (
        <>
          <MenuItem icon={<Download />} onSelect={() => fetchFile(film.url, `${name}.mp4`)}>
            {t('film')}
          </MenuItem>
          {(['m4a', 'mp3'] as const).map((format) => (
            <MenuItem
              key={format}
              icon={<AudioLines />}
              onSelect={() => fetchFile(film.url.replace(/mp4$/, format), `${name}.${format}`)}
            >
              {t(format)}
            </MenuItem>
          ))}
          <MenuItem icon={<Captions />} onSelect={() => fetchFile(film.subtitles, `${name}.srt`)}>
            {t('srt')}
          </MenuItem>
          <MenuItem
            icon={<Captions />}
            onSelect={() => fetchFile(film.subtitles.replace(/srt$/, 'vtt'), `${name}.vtt`)}
          >
            {t('vtt')}
          </MenuItem>
          <MenuItem icon={<FileJson />} onSelect={() => fetchFile(film.manifest, `${name}.manifest.json`)}>
            {t('manifest')}
          </MenuItem>
        </>
      ) : null}
      <MenuItem icon={<FileText />} onSelect={() => fetchFile(`${api}/storyboard.pdf`, `${name}.pdf`)}>
        {t('pdf')}
      </MenuItem>
      <MenuItem
        icon={<Printer />}
        onSelect={() => window.open(`/projects/${view.id}/print`, '_blank', 'noopener')}
      >
        {t('print')}
      </MenuItem>
      <MenuItem icon={<Archive />} onSelect={() => fetchFile(`${api}/export.zip`, `${name}.zip`)}>
        {t('project')}
      </MenuItem>
    </Menu>
  )
}
