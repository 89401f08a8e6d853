/** How the editor feels with three hundred scenes, beside the same with three in the same run. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import { io } from 'socket.io-client'
import type { Storyboard } from '@/lib/storyboard/schema'
import { findBrowser } from '../../test/browser.mjs'
import { milliseconds } from './figures'
import { edit, makeProject } from './large-project'
import { installProbe } from './probe'

const SIZES = [3, 300] as const
const CLIENTS = 20
const KEYSTROKES = 60
const EDITS = 30
const NARRATION = 'textarea[data-field="narration"]'

export interface EditorFigures {
  scenes: number
  /** Each of some visits, milliseconds from the navigation to the first letter that could be typed. */
  open: number[]
  typing: number[]
  dragging: number[]
  /** From an edit elsewhere to the paint that shows it, with twenty clients listening. */
  hearing: number[]
}

export async function benchEditor(address: string): Promise<EditorFigures[]> {
  const browser = await chromium.launch(await findBrowser())
  try {
    const figures: EditorFigures[] = []
    for (const scenes of SIZES) figures.push(await measure(browser, address, scenes))
    return figures
  } finally {
    await browser.close()
  }
}

async function measure(browser: Browser, address: string, scenes: number): Promise<EditorFigures> {
  const { id, storyboard } = await makeProject(address, scenes)
  const open: number[] = []
  let page: Page | undefined
  for (let visit = 0; visit < 4; visit++) {
    await page?.context().close()
    page = await openPage(browser, `${address}/projects/${id}`)
    open.push(await page.evaluate(() => window.probe.interactiveMs ?? Number.NaN))
  }
  if (!page) throw new Error('no page')
  return {
    scenes,
    // The first visit warms the server's caches, as the first visitor of a day does.
    open: open.slice(1),
    typing: await typeInto(page),
    dragging: await dragCard(page),
    hearing: await hearEdits(page, address, id, storyboard),
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // The loader that runs this wraps functions in a helper, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  await page.addInitScript(installProbe, { ready: NARRATION, events: ['keydown', 'dragover', 'pointermove'] })
  await page.goto(url)
  await page.waitForFunction(() => (window.probe.interactiveMs ?? 0) > 0)
  return page
}

async function typeInto(page: Page): Promise<number[]> {
  await page.locator(NARRATION).first().focus()
  await page.evaluate(() => {
    window.probe.inputs.keydown = []
  })
  await page.keyboard.type('and the light went out over the water again '.repeat(2).slice(0, KEYSTROKES), {
    delay: 60,
  })
  await page.waitForFunction((n) => (window.probe.inputs.keydown?.length ?? 0) >= n, KEYSTROKES)
  return page.evaluate(() => window.probe.inputs.keydown ?? [])
}

async function dragCard(page: Page): Promise<number[]> {
  const cards = page.locator('[data-scene]')
  const [from, to] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()]
  if (!from || !to) return []
  await page.mouse.move(from.x + from.width / 2, from.y + 30)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + 40, { steps: 4 })
  await page.evaluate(() => {
    window.probe.inputs.dragover = []
  })
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 60 })
  const measured = await page.evaluate(() => window.probe.inputs.dragover ?? [])
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return measured
}

async function hearEdits(page: Page, address: string, id: string, storyboard: Storyboard): Promise<number[]> {
  const sockets = await Promise.all(
    Array.from({ length: CLIENTS - 1 }, async () => {
      const socket = io(address, { transports: ['websocket'], forceNew: true })
      await socket.emitWithAck('watch', id)
      return socket
    }),
  )
  const [scene] = storyboard.scenes
  let before = scene?.title ?? ''
  const measured: number[] = []
  for (let i = 0; i < EDITS && scene; i++) {
    const title = `Heard ${i} of ${EDITS}`
    await page.evaluate((text) => window.watchFor(text), title)
    const startedAt = Date.now()
    await edit(address, id, {
      type: 'scene.update',
      sceneId: scene.id,
      edits: [{ field: 'title', value: title, before }],
    })
    before = title
    const seenAt = await page.waitForFunction((text) => window.probe.seen[text], title)
    measured.push(((await seenAt.jsonValue()) ?? Number.NaN) - startedAt)
    await pause(40)
  }
  for (const socket of sockets) socket.disconnect()
  return measured
}

/** Rows of the table that `npm run bench` prints. */
export const editorRows = ({
  scenes,
  open,
  typing,
  dragging,
  hearing,
}: EditorFigures): [string, string, string][] => [
  [`open, ${scenes} scenes`, milliseconds(open), 'navigation to the first letter (goal < 2000)'],
  ['typing', milliseconds(typing), 'input to paint, p95 (goal < 100)'],
  ['dragging', milliseconds(dragging), 'input to paint, p95 (goal < 100)'],
  ['hearing an edit', milliseconds(hearing), `${CLIENTS} clients, edit to paint, p95 (goal < 200)`],
]
