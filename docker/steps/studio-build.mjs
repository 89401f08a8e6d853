/** Build step of the studio's images: the database client and the pages, by the same code as `npm start`. */
import fs from 'node:fs'
import path from 'node:path'
import { buildPages, generateClient } from '../../scripts/start/build.mjs'
import { openSteps } from '../../scripts/start/steps.mjs'

const root = process.cwd()
const steps = openSteps()
await generateClient(root, steps)
await buildPages(root, steps)
// Of use to the next build in the same folder, and there is none.
fs.rmSync(path.join(root, '.next', 'cache'), { recursive: true, force: true })
