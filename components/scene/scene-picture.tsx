'use client'

import { usePreview } from '@/components/live/use-preview'
import { cx } from '@/components/ui/class-names'
import { PaperHills } from '@/components/ui/paper-hills'
import { Picture } from '@/components/ui/picture'
import type { Size } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'
import { SceneSketch } from './scene-sketch'

interface ScenePictureProps {
  projectId: string
  scene: BoardScene
  size: Size
  /** The picture is what the page shows: it is described, and loads at once instead of when it scrolls near. */
  main?: boolean
  className?: string
}

const FILL = 'absolute inset-0 size-full object-cover'

/** The key frame, or what the painter makes of the prompt; a picture that is being made forms in its place. */
export function ScenePicture({ projectId, scene, size, main, className }: ScenePictureProps) {
  const { url, task } = scene.state.slots.frame
  const forming = usePreview(projectId, task?.id ?? '')?.image
  const alt = main ? scene.text.title || scene.text.narration || scene.text.prompt : ''
  const hills = (
    <PaperHills
      seed={scene.id}
      className={cx('absolute inset-0', task?.status === 'running' && 'animate-breathe')}
    />
  )
  return (
    <div
      className={cx('relative overflow-hidden bg-mat', className)}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      {url ? (
        <Picture
          key={url}
          src={url}
          alt={alt}
          width={size.width}
          height={size.height}
          loading={main ? 'eager' : 'lazy'}
          instead={hills}
          className={FILL}
        />
      ) : (
        <SceneSketch scene={scene} size={size} alt={alt} instead={hills} className={FILL} />
      )}
      {/* biome-ignore lint/performance/noImgElement: a data URL. */}
      {forming ? <img src={forming} alt="" className={cx(FILL, 'animate-appear')} /> : null}
    </div>
  )
}
