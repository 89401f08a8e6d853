const EVENT = 'studio:focus-scene'

/** The card of a scene gets the focus as soon as it is on the page; lists that draw only what is in sight scroll to it. */
export function focusScene(sceneId: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: sceneId }))
  let tries = 0
  const look = () => {
    const card = document.querySelector<HTMLElement>(
      `[data-scene="${CSS.escape(sceneId)}"] [data-card]:not([inert])`,
    )
    if (card) card.focus({ preventScroll: true })
    else if (tries++ < 20) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Calls back with each scene that is about to get the focus. */
export function onFocusScene(listen: (sceneId: string) => void): () => void {
  const hear = (event: Event) => listen((event as CustomEvent<string>).detail)
  window.addEventListener(EVENT, hear)
  return () => window.removeEventListener(EVENT, hear)
}
