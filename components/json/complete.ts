import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { z } from 'zod'
import type { Path } from '@/lib/storyboard/problem'
import { storyboardSchema } from '@/lib/storyboard/schema'
import { pathAt } from './place-of'

interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
  enum?: unknown[]
  anyOf?: Shape[]
}

let known: Shape | undefined
const shape = (): Shape => {
  known ??= z.toJSONSchema(storyboardSchema, { unrepresentable: 'any', io: 'input' }) as Shape
  return known
}

/** The part of the schema that a path leads to. */
export function shapeAt(path: Path, from: Shape = shape()): Shape | undefined {
  const [part, ...rest] = path
  if (part === undefined) return from
  const choices = [from, ...(from.anyOf ?? [])]
  for (const choice of choices) {
    const next = typeof part === 'number' ? choice.items : choice.properties?.[part]
    if (next) return shapeAt(rest, next)
  }
  return undefined
}

const choicesOf = (found: Shape | undefined): unknown[] =>
  found ? [...(found.enum ?? []), ...(found.anyOf ?? []).flatMap((choice) => choice.enum ?? [])] : []

/** Names of fields, and the values of those that have only a few. */
export function complete(context: CompletionContext): CompletionResult | null {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1)
  const path = pathAt(context.state, context.pos)
  if (node.name === 'PropertyName') {
    const names = Object.keys(shapeAt(path.slice(0, -1))?.properties ?? {})
    return {
      from: node.from,
      to: node.to,
      options: names.map((name) => ({ label: JSON.stringify(name), type: 'property' })),
    }
  }
  if (node.name !== 'String' && !context.explicit) return null
  const choices = choicesOf(shapeAt(path))
  if (choices.length === 0) return null
  return {
    from: node.name === 'String' ? node.from : context.pos,
    ...(node.name === 'String' ? { to: node.to } : {}),
    options: choices.map((choice) => ({ label: JSON.stringify(choice), type: 'enum' })),
  }
}
