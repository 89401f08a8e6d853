'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import { sceneFields, useField } from '@/components/editor/use-field'
import { CAMERA_MOVES, type CameraMove, type Scene } from '@/lib/storyboard/schema'

/** What of the picture is seen at the start and at the end, as boxes in a frame of 24 by 16. */
const VIEWS: Record<CameraMove, [from: string, to: string]> = {
  still: ['M3 2h18v12H3z', 'M3 2h18v12H3z'],
  'push-in': ['M2 1.5h20v13H2z', 'M7 4.5h10v7H7z'],
  'pull-out': ['M7 4.5h10v7H7z', 'M2 1.5h20v13H2z'],
  'pan-left': ['M10 3h12v10H10z', 'M2 3h12v10H2z'],
  'pan-right': ['M2 3h12v10H2z', 'M10 3h12v10H10z'],
  'tilt-up': ['M5 6h14v9H5z', 'M5 1h14v9H5z'],
  'tilt-down': ['M5 1h14v9H5z', 'M5 6h14v9H5z'],
}

/** Dashed: where the camera begins. Solid: where it ends. */
function MovePicture({ move }: { move: CameraMove }) {
  const [from, to] = VIEWS[move]
  return (
    <svg aria-hidden="true" viewBox="0 0 24 16" className="h-6 w-9 fill-none stroke-current">
      <path d={from} strokeWidth="1" strokeDasharray="1.5 1.5" className="opacity-60" />
      <path d={to} strokeWidth="1.25" />
    </svg>
  )
}

export function CameraField({ scene }: { scene: Scene }) {
  const t = useTranslations('scene')
  const panel = useTranslations('panel')
  const id = useId()
  const { value, set } = useField<CameraMove>(sceneFields(scene), 'camera')
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-soft text-xs">
        {panel('camera')}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => set(next as CameraMove)}
        className="grid grid-cols-4 gap-1.5"
      >
        {CAMERA_MOVES.map((move) => (
          <RadioGroup.Item
            key={move}
            value={move}
            title={t(`cameraMove.${move}`)}
            className="flex min-h-14 flex-col items-center justify-center gap-0.5 rounded border border-line bg-paper px-0.5 py-1 text-soft text-xs leading-tight hover:border-edge data-[state=checked]:border-ink data-[state=checked]:text-ink"
          >
            <MovePicture move={move} />
            <span className="line-clamp-1 max-w-full">{t(`cameraMove.${move}`)}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
