/** `npm start` and `npm run dev`: the database, the pages, the web process and the runner, until somebody stops them. */
import path from 'node:path'
import { buildPages } from './build.mjs'
import { EXIT_CONFIG, EXIT_TAKEN, keepChild } from './child.mjs'
import { SetupFailure } from './failure.mjs'
import { openDatabase } from './open-database.mjs'
import { endOrphans, openRoll } from './orphans.mjs'
import { pickPort, readPort } from './port.mjs'
import { seconds } from './steps.mjs'
import { aborted, stoppingSignal } from './stopping.mjs'
import { watchSources } from './watch.mjs'

const WEB = 'server.ts'
const RUNNER = path.join('lib', 'runner', 'main.ts')

/** Resolves with the exit code once everything has stopped. */
export async function runStudio({ root, steps, isDev, startedAt }) {
  const wanted = readPort(process.env.PORT)
  const ended = await endOrphans(root)
  if (ended > 0) steps.note(`Ended ${ended} left over from a studio that was killed.`)
  if (!isDev) await buildPages(root, steps)
  // Until here nothing runs that would have to be stopped.
  const stopping = stoppingSignal()
  const left = aborted(stopping)
  const lost = Promise.withResolvers()
  lost.promise.catch(() => undefined)
  const studio = { children: [], url: '' }
  const database = await openDatabase(root, steps, {
    onMoved(url) {
      studio.url = url
      for (const child of studio.children) child.restart()
    },
    onLost: lost.reject,
  })
  studio.url = database.url
  const roll = openRoll(root)
  let watch
  try {
    const { web, runner } = startChildren({ root, isDev, wanted, studio, roll, print: steps.note })
    const isUp = await steps.run('Starting the web server and the runner', () =>
      Promise.race([
        Promise.all([web.ready, runner.ready]).catch((error) => Promise.reject(explain(error))),
        left,
        lost.promise,
      ]),
    )
    if (stopping.aborted) return 0
    if (isDev) watch = watchSources(root, { web: web.restart, runner: runner.restart })
    steps.note(`Ready after ${seconds(Date.now() - startedAt)}. Ctrl-C stops everything.`)
    process.stdout.write(`StoryToVideo Studio: ${isUp[0].address}\n`)
    await Promise.race([left, lost.promise])
    return 0
  } finally {
    watch?.close()
    process.stderr.write('\n')
    await steps.run('Stopping', async () => {
      await Promise.all(studio.children.map((child) => child.stop()))
      await database.leave()
    })
    roll.close()
  }
}

function startChildren({ root, isDev, wanted, studio, roll, print }) {
  const host = process.env.HOST?.trim() || '127.0.0.1'
  let port
  const environment = () => ({
    ...process.env,
    DATABASE_URL: studio.url,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    STUDIO_SUPERVISED: '1',
  })
  const keep = (name, file, prepare) =>
    keepChild({
      name,
      root,
      file,
      prepare,
      print,
      isPatient: isDev,
      onPid: (pid) => roll.set(name, pid, file),
    })

  let isServing = false
  const web = keep('web', WEB, async (code) => {
    // Once people know the address it does not change any more.
    if (port === undefined || (code === EXIT_TAKEN && !isServing)) port = await pickPort(wanted, host)
    return { ...environment(), HOST: host, PORT: String(port) }
  })
  web.ready.then(
    () => {
      isServing = true
    },
    () => undefined,
  )
  const runner = keep('runner', RUNNER, async () => environment())
  runner.ready.catch(() => undefined)
  studio.children.push(web, runner)
  return { web, runner }
}

/** Wrong settings were explained by the process itself. */
function explain(error) {
  if (error instanceof SetupFailure) return error
  const reason = error.code === EXIT_CONFIG ? 'the line above says why' : error.message
  return new SetupFailure(`The studio did not start: ${reason}.`)
}
