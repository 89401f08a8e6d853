import pg from 'pg'

/** Pieces of work that ever ran in a database. */
export async function countWork(databaseUrl: string): Promise<number> {
  const rows = await ask(
    databaseUrl,
    'select count(*)::int as n from task where not target and started_at is not null',
  )
  return Number(rows[0]?.n)
}

/** The database server's first process, of which every connection has a child. */
export async function serverProcess(databaseUrl: string): Promise<number> {
  const rows = await ask(databaseUrl, "select pg_read_file('postmaster.pid') as file")
  return Number(String(rows[0]?.file).split('\n')[0])
}

async function ask(databaseUrl: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}
