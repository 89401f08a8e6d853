/**
 * `npm run fetch-models -- [models] [--accept-licences] [--list] [--check] [--revision=main]`: the weights of the
 * inference services into MODEL_DIR. Needs Node alone. It says sizes and licences first, goes on where an earlier run
 * stopped, and checks every byte.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MODELS, OLLAMA_MODEL, USUAL } from './models/catalogue.mjs'
import { FetchFailure } from './models/failure.mjs'
import { bytesToCome, fetchAll, needRoom, planFetch } from './models/fetch.mjs'
import { openHub } from './models/hub.mjs'
import { pullModel } from './models/ollama.mjs'
import { openProgress, shownBytes } from './models/progress.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const HELP = `npm run fetch-models -- [MODELS] [OPTIONS]

  MODELS   ${[...Object.keys(MODELS), OLLAMA_MODEL.name].join(' ')}
           Without any: ${USUAL.join(' ')}

  --accept-licences   you have read the licences that are listed and agree
  --list              say what would be fetched, and end
  --check             compute the checksums of what is there already, too
  --revision=NAME     another branch or commit than the pinned one

  MODEL_DIR      where to (now: ${modelDir()})
  HF_ENDPOINT    a mirror of huggingface.co
  HF_TOKEN       for models whose licence is accepted on their page
  OLLAMA_URL     where Ollama is, for ${OLLAMA_MODEL.name} (${OLLAMA_MODEL.model})
  ACCEPT_LICENCES=1   the same as --accept-licences
`

const say = (line) => process.stderr.write(`${line}\n`)
const variable = (name) => process.env[name]?.trim() || undefined

function modelDir() {
  return path.resolve(root, process.env.MODEL_DIR?.trim() || 'models')
}

/** Throws for a word or option that is none of ours. */
function readArguments(args) {
  const asked = { names: [], isAccepted: variable('ACCEPT_LICENCES') === '1', isList: false, isCheck: false }
  for (const arg of args) {
    if (arg === '--accept-licences') asked.isAccepted = true
    else if (arg === '--list') asked.isList = true
    else if (arg === '--check') asked.isCheck = true
    else if (arg.startsWith('--revision=')) asked.revision = arg.slice('--revision='.length)
    else if (Object.hasOwn(MODELS, arg) || arg === OLLAMA_MODEL.name) asked.names.push(arg)
    else throw new FetchFailure(`${arg} is neither a model nor an option.\n\n${HELP}`)
  }
  if (asked.names.length === 0) asked.names = USUAL
  return asked
}

function tell(plans) {
  for (const { model, commit, files, missing } of plans) {
    const size = files.reduce((sum, file) => sum + file.size, 0)
    const state = missing.length === 0 ? ', all there' : ''
    say(`${model.repository} @ ${commit.slice(0, 12)}: ${files.length} files, ${shownBytes(size)}${state}`)
    say(`    ${model.licence.name}${model.licence.note && ` (${model.licence.note})`}: ${model.licence.url}`)
  }
}

async function main(args) {
  if (args.includes('--help') || args.includes('-h')) return process.stdout.write(HELP)
  const asked = readArguments(args)
  const wanted = asked.names
    .filter((name) => name !== OLLAMA_MODEL.name)
    .map((name) => ({ ...MODELS[name], ...(asked.revision && { revision: asked.revision }) }))
  const hub = openHub({
    endpoint: variable('HF_ENDPOINT') ?? 'https://huggingface.co',
    token: variable('HF_TOKEN'),
  })
  const folder = modelDir()
  const plans = await planFetch(wanted, { hub, root: folder, isStrict: asked.isCheck })
  tell(plans)
  if (asked.names.includes(OLLAMA_MODEL.name)) {
    say(`${OLLAMA_MODEL.model} through Ollama`)
    say(`    ${OLLAMA_MODEL.licence.name}: ${OLLAMA_MODEL.licence.url}`)
  }
  const bytes = await bytesToCome(plans)
  say(`To fetch: ${shownBytes(bytes)} into ${folder}`)
  if (asked.isList) return
  const strict = wanted.filter(({ licence }) => licence.mustAccept)
  if (strict.length > 0 && !asked.isAccepted) {
    throw new FetchFailure(
      `Read the licences of ${strict.map(({ repository }) => repository).join(' and ')} at the addresses above, then run this again with --accept-licences (or ACCEPT_LICENCES=1).`,
    )
  }
  await needRoom(folder, bytes)
  if (bytes > 0) {
    const total = plans.flatMap(({ missing }) => missing).reduce((sum, { size }) => sum + size, 0)
    const progress = openProgress(total)
    await fetchAll(plans, { hub, onBytes: progress.add }).finally(() => progress.close())
  } else await fetchAll(plans, { hub, onBytes: () => undefined })
  if (asked.names.includes(OLLAMA_MODEL.name)) {
    const model = variable('OLLAMA_MODEL') ?? OLLAMA_MODEL.model
    await pullModel(variable('OLLAMA_URL') ?? 'http://127.0.0.1:11434', model, say)
  }
  say('All models are there and checked.')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  say(error instanceof FetchFailure ? error.message : error.stack)
  process.exitCode = 1
}
