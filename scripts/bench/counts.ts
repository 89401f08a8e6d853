import pg from 'pg'

/** Pieces of work that ever ran in a database. */
export async function countWork(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>(
      'select count(*) as n from task where not target and started_at is not null',
    )
    return Number(rows[0]?.n)
  } finally {
    await client.end()
  }
}
