/** What is measured inside the page. Everything here is sent there as text, so it stands alone. */

/** Kept by the page for the bench to read. */
export interface PageProbe {
  /** Milliseconds from an input event to the paint after it, by the event's name. */
  inputs: Record<string, number[]>
  /** Since the navigation began; null while the page cannot be worked with yet. */
  interactiveMs: number | null
  /** Milliseconds since 1970 at which each text was first painted. */
  seen: Record<string, number>
}

declare global {
  interface Window {
    probe: PageProbe
    watchFor(text: string): void
  }
}

/**
 * Runs before the page's own code. `ready` is what has to be on the page for a writer to begin. A paint is taken for
 * done in the task after the frame, which is how the web-vitals library places an interaction's end as well.
 */
export function installProbe({ ready, events }: { ready: string; events: string[] }): void {
  const probe: PageProbe = { inputs: {}, interactiveMs: null, seen: {} }
  window.probe = probe
  const afterPaint = (done: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = done
      port2.postMessage(null)
    })
  for (const name of events) {
    probe.inputs[name] = []
    window.addEventListener(
      name,
      (event) => afterPaint(() => probe.inputs[name]?.push(performance.now() - event.timeStamp)),
      { capture: true, passive: true },
    )
  }
  let awaited = ''
  const look = () => {
    if (probe.interactiveMs === null && document.querySelector(ready)) {
      probe.interactiveMs = 0
      afterPaint(() => {
        probe.interactiveMs = performance.now()
      })
    }
    const text = awaited
    if (text !== '' && document.body?.textContent?.includes(text)) {
      awaited = ''
      afterPaint(() => {
        probe.seen[text] = performance.timeOrigin + performance.now()
      })
    }
  }
  window.watchFor = (text) => {
    awaited = text
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
}
