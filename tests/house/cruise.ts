import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const ROOTS = ['lib', 'app', 'components', 'server.ts']
const at = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** The map of the house as dependency-cruiser sees it, with the rules of .dependency-cruiser.cjs applied. */
export async function cruiseHouse(): Promise<ICruiseResult> {
  const { forbidden, options } = await extractConfig(at('.dependency-cruiser.cjs'))
  const { output } = await cruise(
    ROOTS,
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: at('.') },
    undefined,
    { tsConfig: extractTsConfig(at('tsconfig.json')) },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  return output
}

/** How `from` comes to need a module that `isForbidden`: the chain of imports, types left out; undefined if it does not. */
export function wayTo(
  modules: IModule[],
  from: string,
  isForbidden: (name: string) => boolean,
): string[] | undefined {
  const bySource = new Map(modules.map((module) => [module.source, module]))
  const ways: string[][] = [[from]]
  const seen = new Set([from])
  for (let way = ways.shift(); way; way = ways.shift()) {
    const name = way.at(-1) ?? from
    if (isForbidden(name)) return way
    for (const { resolved, dependencyTypes } of bySource.get(name)?.dependencies ?? []) {
      if (dependencyTypes.includes('type-only') || seen.has(resolved)) continue
      seen.add(resolved)
      ways.push([...way, resolved])
    }
  }
  return undefined
}
