/** Each step of `npm test`: takes what it needs, resolves with `{ passed, failed, failures?, output? }`. */
import { ensureEnvironment } from '../inference/python.mjs'
import { buildPages } from '../start/build.mjs'
import { countPlaywright, countVitest } from './plan.mjs'
import { serveForTests } from './serve.mjs'
import { countReport, runProgram } from './tool.mjs'

/** The step itself is told of already. */
const UNTOLD = { run: (_title, work) => work(), note: () => undefined }

const asOne = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output })

export const STEPS = {
  lint: async ({ root }) =>
    asOne(await runProgram(root, '@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error'])),

  async types({ root }) {
    // The types of the routes and of `*.css` are Next's to write.
    const routes = await runProgram(root, 'next/dist/bin/next', ['typegen'])
    if (routes.code !== 0) return asOne(routes)
    return asOne(
      await runProgram(root, 'typescript/bin/tsc', ['--noEmit', '--incremental', 'false', '-p', '.']),
    )
  },

  unit: (context) => vitest(context, 'unit'),
  integration: (context) => vitest(context, 'integration'),
  s3: (context) => vitest(context, 's3'),
  async engines(context) {
    const note = (line) => process.stdout.write(`${line}\n`)
    process.env.INFERENCE_PROGRAMS ??= ensureEnvironment({ root: context.root, note })
    return await vitest(context, 'engines')
  },

  async build({ root }) {
    await buildPages(root, UNTOLD)
    return { passed: 1, failed: 0 }
  },

  async e2e({ root, filter }) {
    const studio = await serveForTests(root)
    try {
      return await countReport(
        'playwright',
        (file) =>
          runProgram(root, '@playwright/test/cli.js', ['test', '--reporter=list,json', ...filter], {
            isLoud: true,
            env: { BASE_URL: studio.address, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
          }),
        countPlaywright,
      )
    } finally {
      await studio.stop()
    }
  },
}

function vitest({ root, filter }, project) {
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json']
  return countReport(
    project,
    (file) =>
      runProgram(root, 'vitest/vitest.mjs', [...args, `--outputFile.json=${file}`, ...filter], {
        isLoud: true,
      }),
    (report) => countVitest(report, root),
  )
}
