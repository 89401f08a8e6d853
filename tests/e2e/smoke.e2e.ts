import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'

/** What somebody who installed a studio runs to see that it works. */
async function smoke(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/smoke.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { code, out, err }
}

test('Somebody who set up a studio can see by one command that every engine works', async ({ baseURL }) => {
  const { code, out, err } = await smoke(baseURL ?? '', '--minutes', '2', '--strict')
  expect(err).toBe('')
  expect(out).toMatch(/Film: [\d.]+ s, 768x432, 2 scenes/)
  expect(out).toMatch(/frame +draft\/painter@\S+ +\(2 of 2 scenes\)/)
  expect(code).toBe(0)
})

test('Somebody who mistypes the address is told so', async () => {
  const { code, err } = await smoke('http://127.0.0.1:9')
  expect(code).toBe(1)
  expect(err).toContain('does not answer')
})
