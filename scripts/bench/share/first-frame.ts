import { chromium } from 'playwright'
import { findBrowser } from '../../test/browser.mjs'

/** Milliseconds from the navigation to the first frame on screen, for each of some first visits. */
export async function firstFrames(url: string, visits: number): Promise<number[]> {
  const browser = await chromium.launch(await findBrowser())
  try {
    const times: number[] = []
    for (let visit = 0; visit < visits; visit++) {
      // Each visitor is a new one, with nothing kept from before.
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      await page.addInitScript(() => {
        document.addEventListener('DOMContentLoaded', () => {
          const video = document.querySelector('video')
          if (!video) return
          video.requestVideoFrameCallback((now) => {
            video.dataset.firstFrame = String(now)
          })
          video.muted = true
          video.play().catch(() => undefined)
        })
      })
      await page.goto(url)
      const video = page.locator('video[data-first-frame]')
      times.push(Number(await video.getAttribute('data-first-frame', { timeout: 30_000 })))
      await context.close()
    }
    return times
  } finally {
    await browser.close()
  }
}
