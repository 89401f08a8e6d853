/** A Dockerfile, read as far as its test asks: stages, and what stands in each. */
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')
export const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

export interface Instruction {
  word: string
  rest: string
}

export interface Stage {
  name: string
  /** An image, or another stage. */
  from: string
  instructions: Instruction[]
}

export function stagesOf(file: string): Stage[] {
  const args = new Map<string, string>()
  const stages: Stage[] = []
  for (const { word, rest } of instructionsOf(read(file))) {
    if (word === 'FROM') {
      const [image = '', name = ''] = rest.split(/\s+AS\s+/)
      const from = image.replace(/\$\{(\w+)\}/g, (_, arg) => args.get(arg) ?? '')
      stages.push({ name, from, instructions: [] })
    } else if (stages.length === 0) {
      const [name = '', value = ''] = rest.split(/=(.*)/s)
      args.set(name, value)
    } else stages.at(-1)?.instructions.push({ word, rest })
  }
  return stages
}

function instructionsOf(text: string): Instruction[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim())
  return lines.map((line) => {
    const [word = '', rest = ''] = line.split(/\s+(.*)/s)
    return { word, rest }
  })
}

/** Everything a stage holds, that of the stages it stands on included, in order. */
export function wholeStage(stages: readonly Stage[], name: string): Instruction[] {
  const stage = name ? stages.find((one) => one.name === name) : stages.at(-1)
  if (!stage) throw new Error(`there is no stage ${name}`)
  const below = stages.find((one) => one.name === stage.from)
  return [...(below ? wholeStage(stages, below.name) : []), ...stage.instructions]
}

export const lastOf = (instructions: readonly Instruction[], word: string): string | undefined =>
  instructions.filter((one) => one.word === word).at(-1)?.rest

export function variablesOf(instructions: readonly Instruction[]): Record<string, string> {
  const pairs = instructions
    .filter(({ word }) => word === 'ENV')
    .flatMap(({ rest }) => rest.trim().split(/\s+/))
    .map((pair) => pair.split(/=(.*)/s))
  return Object.fromEntries(pairs.map(([name, value]) => [name, value ?? '']))
}
