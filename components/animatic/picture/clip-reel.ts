/** Reels that are videos: fitted to the scene as the film's segment fits them, kept in step with the playhead. */
import { type ClipFit, fitClip, pushZoom } from '@/lib/media/clip-fit'
import { FRAMES_PER_SECOND } from '@/lib/media/sound/clock'
import type { ClipSource } from '../pictures'
import type { ReelMoment, ReelOrder, ScreenInk } from './reel'

/** Farther off than this the video is sent to its place; nearer, it only runs a little faster or slower. */
const JUMP_S = 0.25
const MOST_HURRY = 0.1
/** Half a frame: what is nearer is the same picture. */
const SAME_S = 0.5 / FRAMES_PER_SECOND

export async function openClip(
  { key, url, frames, fps }: ClipSource,
  { signal, show, onChange }: ReelOrder,
): Promise<void> {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url })
  const close = () => {
    video.pause()
    // Removing the address is what makes a browser let go of a decoder.
    video.removeAttribute('src')
    video.load()
  }
  try {
    await firstPicture(video, signal)
  } catch (error) {
    close()
    throw error
  }
  video.addEventListener('seeked', onChange)
  const clipFps = fps || FRAMES_PER_SECOND
  const clipFrames = frames || Math.max(1, Math.round(video.duration * clipFps))
  show({
    key,
    rough: false,
    draw(ink, size, moment) {
      const fit = fitClip({ clipFrames, clipFps, frames: moment.frames })
      keepStep(video, fit, moment)
      const held = moment.frame - fit.moving
      drawCovering(ink, video, size, held > 0 ? pushZoom(held, fit.held) : 1)
    },
    rest() {
      if (!video.paused) video.pause()
    },
    close() {
      video.removeEventListener('seeked', onChange)
      close()
    },
  })
}

function firstPicture(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('nobody waits for the clip any more', 'AbortError'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    video.addEventListener('loadeddata', () => resolve(), { once: true })
    video.addEventListener('error', () => reject(new Error(`no video at ${video.src}`)), { once: true })
  })
}

function keepStep(
  video: HTMLVideoElement,
  { stretch, moving }: ClipFit,
  { frame, playing }: ReelMoment,
): void {
  const isMoving = frame < moving
  // The middle of a frame: its very beginning may round to the one before.
  const wanted = (Math.min(frame, moving - 1) + 0.5) / FRAMES_PER_SECOND / stretch
  const ahead = video.currentTime - wanted
  if (playing && isMoving) {
    if (Math.abs(ahead) > JUMP_S && !video.seeking) video.currentTime = wanted
    video.playbackRate = (1 - Math.max(-MOST_HURRY, Math.min(MOST_HURRY, ahead))) / stretch
    // Refused only while it is being closed.
    if (video.paused) video.play().catch(() => {})
    return
  }
  if (!video.paused) video.pause()
  if (Math.abs(ahead) > SAME_S && !video.seeking) video.currentTime = wanted
}

/** As large as needed to cover the screen, cut off evenly. */
function drawCovering(
  ink: ScreenInk,
  video: HTMLVideoElement,
  { width, height }: { width: number; height: number },
  zoom: number,
): void {
  const scale = Math.max(width / video.videoWidth, height / video.videoHeight) * zoom
  const w = video.videoWidth * scale
  const h = video.videoHeight * scale
  ink.drawImage(video, (width - w) / 2, (height - h) / 2, w, h)
}
