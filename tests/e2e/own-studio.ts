/** For journeys that change what is one for a whole studio, such as its queue: they have a studio of their own. */
import { serveForTests } from '../../scripts/test/serve.mjs'
import { test as base } from './writer'

type Served = Awaited<ReturnType<typeof serveForTests>>

export const test = base.extend<object, { studio: Served; studioName: string }>({
  studioName: ['own', { option: true, scope: 'worker' }],
  studio: [
    async ({ studioName }, use) => {
      const studio = await serveForTests(process.cwd(), { name: studioName })
      await use(studio)
      await studio.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ studio }, use) => use(studio.address),
})
