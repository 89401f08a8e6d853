/** What is made from the sources before anything runs: the database client and the pages. */
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'
import { alone } from './rendezvous.mjs'
import { hashFiles, hashFolder, unlessDone } from './sources.mjs'
import { runTool } from './tool.mjs'

const GENERATED = 'lib/base/prisma'

export async function generateClient(root, steps) {
  const stamp = path.join(root, GENERATED, '.made-from')
  const hash = hashFiles(root, ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  const generate = () =>
    runTool(root, 'prisma/build/index.js', ['generate'], {
      failure: 'The database client could not be generated.',
    })
  await once({ root, steps, stamp, hash }, () => steps.run('Generating the database client', generate))
}

export async function buildPages(root, steps) {
  const stamp = path.join(root, '.next', '.made-from')
  const hash = hashFolder(root)
  const build = async () => {
    const failure = 'The pages could not be built.'
    await runTool(root, 'next/dist/bin/next', ['build'], { env: { NODE_ENV: 'production' }, failure })
    // What the server looks for; written last.
    if (!fs.existsSync(path.join(root, '.next', 'BUILD_ID'))) throw new SetupFailure(failure)
  }
  await once({ root, steps, stamp, hash }, () => steps.run('Building the pages', build))
}

/** Two starts in one folder would write over each other's files. */
async function once({ root, steps, stamp, hash }, work) {
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  const wait = () => steps.note('Another start is preparing this folder; waiting for it.')
  await alone(`${root}:setup`, () => unlessDone(stamp, hash, work), wait)
}
