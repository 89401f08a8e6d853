// The one script of a share page: scenes as chapters, the scene that is on, a link that is over, copying the snippet.
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

const statusOf = (address) =>
  fetch(address, { method: 'HEAD', cache: 'no-store' }).then((answer) => answer.status, () => 0)

// 401: its password is another one by now.
const isRefused = (status) => status === 410 || status === 401

let isOver = false
/** Says why the film goes no further; what a browser has of a film that is refused by now, it lets go of. */
async function stop(filmStatus) {
  // A link that leads to another film by now is not over: its own page still opens.
  const isMoved = filmStatus === 410 && (await statusOf(location.href)) === 200
  if (isOver) return
  if (isRefused(filmStatus)) {
    isOver = true
    video.pause()
    video.removeAttribute('controls')
    video.replaceChildren()
    video.load()
  }
  // Nobody reads what lies behind a film on the whole screen.
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
  for (const notice of document.querySelectorAll('.over')) notice.hidden = true
  document.querySelector(isMoved ? '[data-moved]' : '[data-over]').hidden = false
}

const EVERY_MS = 10_000
/** However fast somebody drags through a film. */
const APART_MS = 1_000

/** A film that is in memory whole plays on without asking anybody: so the page asks. */
function watchLink(address) {
  let askedAt = -APART_MS
  let timer = null
  const askIn = (ms) => {
    clearTimeout(timer)
    timer = setTimeout(ask, ms)
  }
  async function ask() {
    askedAt = performance.now()
    timer = null
    const status = await statusOf(address)
    // Whoever cannot be reached has not said that it is over.
    if (isRefused(status)) await stop(status)
    else if (timer === null && !video.paused) askIn(EVERY_MS)
  }
  const askSoon = () => {
    if (!isOver) askIn(Math.max(0, askedAt + APART_MS - performance.now()))
  }
  for (const name of ['play', 'seeked']) video.addEventListener(name, askSoon)
}

if (video) {
  for (const name of ['timeupdate', 'seeking', 'play']) video.addEventListener(name, follow)
  const source = video.querySelector('source')
  const address = source.src
  watchLink(address)
  const failed = async () => {
    if (!isOver) await stop(await statusOf(address))
  }
  video.addEventListener('error', failed)
  source.addEventListener('error', failed)
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
