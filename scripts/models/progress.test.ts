import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { pullModel } from './ollama.mjs'
import { progressLine, shownTime } from './progress.mjs'

it('a line of progress says how fast it goes and how long it takes', () => {
  const samples = [
    [0, 1e9],
    [10_000, 1.5e9],
  ]
  expect(progressLine(1.5e9, 4e9, samples)).toBe('37 %  1.50 GB of 4.00 GB, 50 MB/s, 50 s left')
  expect(progressLine(0, 0, [])).toBe('100 %  0 kB of 0 kB')
  expect(shownTime(3_720)).toBe('1 h 2 min')
})

it('a pull through Ollama is told step by step, and fails where Ollama says so', async () => {
  let lines: object[] = []
  const server = createServer((_request, response) => {
    response.end(lines.map((line) => JSON.stringify(line)).join('\n'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const said: string[] = []
  const pull = () => pullModel(address, 'qwen2.5:0.5b', (line: string) => said.push(line))
  lines = [
    { status: 'pulling manifest' },
    { status: 'pulling layer', total: 4e8, completed: 1e8 },
    { status: 'pulling layer', total: 4e8, completed: 1.1e8 },
    { status: 'success' },
  ]
  await pull()
  expect(said).toEqual([
    'qwen2.5:0.5b: pulling manifest',
    'qwen2.5:0.5b: pulling layer 20 % of 400 MB',
    'qwen2.5:0.5b: success',
  ])
  lines = [{ error: 'no such model' }]
  await expect(pull()).rejects.toThrow(/no such model/)
  lines = [{ status: 'pulling manifest' }]
  await expect(pull()).rejects.toThrow(/broke off/)
  await new Promise((resolve) => server.close(resolve))
  await expect(pull()).rejects.toThrow(/OLLAMA_URL/)
})
