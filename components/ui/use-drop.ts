'use client'

import { type DragEvent, useRef, useState } from 'react'

/** A place on which a file can be dropped; null: no such place. Things dragged within the page are let pass. */
export function useDrop(onFile: ((file: File) => void) | null) {
  const [over, setOver] = useState(false)
  // Every child that the pointer crosses is entered before the last one is left.
  const depth = useRef(0)
  const hasFile = (event: DragEvent) => onFile !== null && event.dataTransfer.types.includes('Files')
  const end = () => {
    depth.current = 0
    setOver(false)
  }
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!hasFile(event)) return
        depth.current += 1
        setOver(true)
      },
      onDragOver: (event: DragEvent) => {
        if (hasFile(event)) event.preventDefault()
      },
      onDragLeave: (event: DragEvent) => {
        if (!hasFile(event)) return
        depth.current -= 1
        if (depth.current <= 0) end()
      },
      onDrop: (event: DragEvent) => {
        if (!hasFile(event)) return
        event.preventDefault()
        end()
        const [file] = event.dataTransfer.files
        if (file) onFile?.(file)
      },
    },
  }
}
