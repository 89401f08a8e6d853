'use client'

import { useEffect, useState } from 'react'
import { liveSocket } from './socket'

/** Short breaks are nobody's business. */
const PATIENCE_MS = 1_500

/** False once the socket has been away for longer than a moment. */
export function useConnected(): boolean {
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const socket = liveSocket()
    let timer: ReturnType<typeof setTimeout> | undefined
    const onDown = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setConnected(false), PATIENCE_MS)
    }
    const onUp = () => {
      clearTimeout(timer)
      setConnected(true)
    }
    if (!socket.connected) onDown()
    socket.on('connect', onUp)
    socket.on('disconnect', onDown)
    return () => {
      clearTimeout(timer)
      socket.off('connect', onUp)
      socket.off('disconnect', onDown)
    }
  }, [])
  return connected
}
