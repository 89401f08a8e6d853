/** Exports: files to take away that take a while to make. Free of Node. */
import { z } from 'zod'
import type { TaskView } from '@/lib/task/schema'

export const EXPORT_FORMATS = ['mp4', 'mp3', 'pdf', 'zip'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Of the shorter side, in pixels. */
export const SMALLEST_SIDE = 144
export const LARGEST_SIDE = 2160

/** What is asked for; of `shortSide` and `captions`, what is left out is as in the film. Only an MP4 has them. */
export const exportRequestSchema = z
  .object({
    format: z.enum(EXPORT_FORMATS),
    shortSide: z
      .int('must be a whole number of pixels')
      .min(SMALLEST_SIDE)
      .max(LARGEST_SIDE)
      .multipleOf(2, 'must be even')
      .optional(),
    captions: z.boolean().optional(),
  })
  .superRefine(({ format, shortSide, captions }, context) => {
    if (format === 'mp4') return
    for (const [field, value] of Object.entries({ shortSide, captions })) {
      if (value !== undefined) {
        context.addIssue({ code: 'custom', path: [field], message: 'is for the format mp4 only' })
      }
    }
  })
export type ExportRequest = z.infer<typeof exportRequestSchema>

/** What a target was asked for, as its row keeps it. */
export const exportedSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** Of the file's name. */
  title: z.string(),
  /** Of an MP4: its pixels, and whether captions are in the picture. */
  width: z.number().nullable().default(null),
  height: z.number().nullable().default(null),
  captions: z.boolean().nullable().default(null),
  /** What it was made of, where it was made of that: the film's fingerprint, the storyboard's revision. */
  film: z.string().nullable().default(null),
  revision: z.number().nullable().default(null),
})
export type Exported = z.infer<typeof exportedSchema>

export type Older = 'film' | 'storyboard'

export interface ExportView extends Exported {
  /** Of the task, too. */
  id: string
  task: TaskView
  /** Null until it is made, and again once it was swept. `madeAt`: ISO 8601. */
  file: { url: string; bytes: number; madeAt: string } | null
  /** What of it is not the project's newest any more. */
  older: Older | null
}
