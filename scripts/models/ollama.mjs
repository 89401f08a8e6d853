/** The storyboard's model, through a running Ollama: it resumes and checks by itself. */
import { FetchFailure } from './failure.mjs'
import { shownBytes } from './progress.mjs'

/** `say(line)` hears of each step once, and of a download every tenth of it. */
export async function pullModel(address, model, say) {
  const base = address.replace(/\/+$/, '')
  const response = await fetch(`${base}/api/pull`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model, stream: true }),
  }).catch((error) => {
    throw new FetchFailure(`Ollama does not answer at ${base}. Start it, or set OLLAMA_URL.`, {
      cause: error,
    })
  })
  if (!response.ok) throw new FetchFailure(`Ollama answers ${response.status}: ${await response.text()}`)
  let last = ''
  let isDone = false
  for await (const line of linesOf(response.body)) {
    const { error, status = '', total, completed = 0 } = JSON.parse(line)
    if (error) throw new FetchFailure(`Ollama cannot pull ${model}: ${error}`)
    const tenth = total ? ` ${Math.floor((10 * completed) / total) * 10} % of ${shownBytes(total)}` : ''
    if (`${status}${tenth}` !== last) say(`${model}: ${status}${tenth}`)
    last = `${status}${tenth}`
    isDone = status === 'success'
  }
  if (!isDone)
    throw new FetchFailure(`Ollama broke off pulling ${model}. Run this again: it goes on where it stopped.`)
}

async function* linesOf(body) {
  let rest = ''
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean)
  }
  if (rest.trim()) yield rest
}
