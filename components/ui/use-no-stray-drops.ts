'use client'

import { useEffect } from 'react'

/** A file dropped beside its place would replace the page by that file, with all that was typed on it. */
export function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const transfer = event.dataTransfer
      if (event.defaultPrevented || !transfer?.types.includes('Files')) return
      event.preventDefault()
      transfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
