// The one script of a share page: scenes as chapters, the scene that is on, a film that stopped, copying the snippet.
const video = document.querySelector('video')
const stage = document.querySelector('.stage')
const scenes = [...document.querySelectorAll('[data-start]')]

if (stage) {
  const { width, height } = stage.dataset
  stage.style.setProperty('--ratio', String(Number(width) / Number(height)))
}

for (const scene of scenes) {
  scene.addEventListener('click', () => {
    video.currentTime = Number(scene.dataset.start) / 1000
    video.play().catch(() => {})
    stage.scrollIntoView({ block: 'nearest' })
  })
}

let shown = null
function follow() {
  // A seek lands a hair before the frame it was sent to.
  const now = video.currentTime * 1000 + 40
  const on = scenes.findLast((scene) => Number(scene.dataset.start) <= now) ?? scenes[0]
  if (on === shown) return
  shown?.removeAttribute('aria-current')
  on?.setAttribute('aria-current', 'true')
  shown = on ?? null
  const strip = on?.closest('ol')
  if (strip && video.currentTime > 0) {
    const item = on.parentElement
    strip.scrollTo({ left: item.offsetLeft - strip.offsetLeft - (strip.clientWidth - item.clientWidth) / 2 })
  }
}

if (video) {
  for (const name of ['timeupdate', 'seeking', 'play']) video.addEventListener(name, follow)
  // A link that leads to another film by now is not over: its own page still opens.
  const stopped = async () => {
    const status = (address) => fetch(address, { method: 'HEAD' }).then((answer) => answer.status, () => 0)
    const isMoved =
      (await status(video.currentSrc || video.querySelector('source').src)) === 410 &&
      (await status(location.href)) === 200
    // Nobody reads what lies behind a film on the whole screen.
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
    document.querySelector(isMoved ? '[data-moved]' : '[data-over]')?.removeAttribute('hidden')
  }
  video.addEventListener('error', stopped)
  video.querySelector('source')?.addEventListener('error', stopped)
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy)
    field.select()
    // Over plain http a browser does not copy: the text stays selected.
    await navigator.clipboard?.writeText(field.value)
    if (navigator.clipboard) button.textContent = button.dataset.copied
  })
}
