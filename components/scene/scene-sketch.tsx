'use client'

import { type ReactNode, useMemo } from 'react'
import { DraftPicture } from '@/components/animatic/paint/draft-picture'
import { draftRequestOf } from '@/components/animatic/pictures'
import { usePlanned } from '@/components/editor/editor-context'
import type { Size } from '@/lib/storyboard/schema'
import type { BoardScene } from './board'

interface SceneSketchProps {
  scene: BoardScene
  size: Size
  alt: string
  instead?: ReactNode
  className: string
}

/** What the painter makes of a scene's prompt, drawn in the page, whatever engine its frame is to come from. */
export function SceneSketch({ scene, size, alt, instead, className }: SceneSketchProps) {
  const { board } = usePlanned()
  const request = useMemo(() => draftRequestOf(board, scene.text), [board, scene.text])
  return <DraftPicture request={request} size={size} alt={alt} instead={instead} className={className} />
}
