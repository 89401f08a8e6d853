'use client'

import { useEffect, useState } from 'react'

/** Something that is seen for as long as a key or finger is held. */
export function usePeek() {
  const [peeking, setPeeking] = useState(false)
  useEffect(() => {
    const end = () => setPeeking(false)
    // The key may come up in another window.
    window.addEventListener('blur', end)
    return () => window.removeEventListener('blur', end)
  }, [])
  return [peeking, setPeeking] as const
}
