import { Archive, AudioLines, FileText, Film } from 'lucide-react'

export const EXPORT_ICONS = { mp4: Film, mp3: AudioLines, pdf: FileText, zip: Archive } as const
