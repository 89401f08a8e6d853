import { FILE_NAME_HEADER } from '@/lib/upload/schema'
import { ApiError, apiError } from './request'

/** 0 to 1 while the file is on its way; 1 while the studio looks at it. */
export type OnProgress = (ratio: number) => void

export interface Sending {
  method: 'PUT' | 'POST'
  path: string
  file: File
  signal: AbortSignal
  onProgress: OnProgress
}

/**
 * Sends a file as the body of one request. `fetch` tells nothing of how far a body has got, so this is the older way.
 * Throws an `ApiError`, or the signal's reason.
 */
export function sendBody<T>({ method, path, file, signal, onProgress }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const call = new XMLHttpRequest()
    const stop = () => call.abort()
    call.open(method, path)
    call.setRequestHeader('Content-Type', 'application/octet-stream')
    call.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.toWellFormed()))
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    call.upload.onload = () => onProgress(1)
    call.onload = () => {
      const answer = parsed(call.responseText)
      if (call.status === 201) resolve(answer as T)
      else reject(apiError(call.status, answer))
    }
    call.onerror = () => reject(new ApiError('offline', 'The studio does not answer.'))
    call.onabort = () => reject(signal.reason)
    call.onloadend = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop, { once: true })
    call.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
