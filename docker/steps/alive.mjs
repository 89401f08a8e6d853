/** Health check of the studio's images: `alive.mjs web` asks the server, `alive.mjs runner` looks for its lock. */
import process from 'node:process'

const WITHIN_MS = 4_000

/** Any answer of the studio's own will do: what it lacks stands in /health, and a new container would lack it, too. */
async function web() {
  const { PORT = '3000', STUDIO_KEY = '' } = process.env
  const answer = await fetch(`http://127.0.0.1:${PORT}/health`, {
    headers: { 'x-api-key': STUDIO_KEY },
    signal: AbortSignal.timeout(WITHIN_MS),
  })
  await answer.body?.cancel()
  if (answer.status !== 200 && answer.status !== 503) throw new Error(`/health answers ${answer.status}`)
}

/** The runner at this address of the database's clients: this container's. Agreed with lib/task/presence.ts. */
async function runner() {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: WITHIN_MS,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `select 1 from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and objid = 7001024 and granted and client_addr is not distinct from inet_client_addr()
         and database = (select oid from pg_database where datname = current_database())`,
    )
    if (!rowCount) throw new Error('no runner of this container is at work')
  } finally {
    await client.end()
  }
}

const CHECKS = { web, runner }
try {
  await CHECKS[process.argv[2] ?? '']()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
