import { build } from 'esbuild'
import { jsonOfKnowledge } from '@/lib/plan/knowledge'
import { plan } from '@/lib/plan/plan'
import { randomStoryboard } from '../kit/random-storyboard'
import { expect, test } from './writer'

const CASES = 200

test('The browser plans exactly as the server does, on 200 random storyboards', async ({ page }) => {
  const bundle = await build({
    stdin: {
      contents: `
        import { knowledgeOf } from '@/lib/plan/knowledge'
        import { plan } from '@/lib/plan/plan'
        window.planOf = (json) => {
          const { board, known } = JSON.parse(json)
          return JSON.stringify(plan(board, knowledgeOf(known)))
        }`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    alias: { '@': process.cwd() },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  })
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
  let states = 0
  for (let i = 0; i < CASES; i++) {
    const { board, known } = randomStoryboard(i)
    const sent = JSON.stringify({ board, known: jsonOfKnowledge(known) })
    const theirs = await page.evaluate(
      (json) => (window as unknown as { planOf(json: string): string }).planOf(json),
      sent,
    )
    const ours = JSON.stringify(plan(board, known))
    expect(theirs, `storyboard ${i}`).toBe(ours)
    states += new Set(plan(board, known).board.flatMap((s) => [s.slots.frame.state, s.slots.clip.state])).size
  }
  // Storyboards of which everything or nothing is made would prove little.
  expect(states).toBeGreaterThan(CASES * 1.5)
})
