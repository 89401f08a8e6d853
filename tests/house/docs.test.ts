import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENV_NAMES } from '@/lib/base/env'
import { askedVariables, serviceVariables } from './docker/compose'
import { read, root } from './docker/dockerfile'

const GUIDES = ['README.md', 'README.zh-CN.md', 'docs/deploy.md', 'docs/deploy.en.md', 'docs/ops.md']
/** Of scripts alone, and what stands for several: OLLAMA_URL, IMAGES_URL ... */
const OF_SCRIPTS = ['MODEL_DIR', 'HF_ENDPOINT', 'HF_TOKEN', 'ACCEPT_LICENCES', 'TTS_PYTHON']

const known = new Set([
  ...ENV_NAMES,
  ...askedVariables().keys(),
  ...(['txt2img', 'img2vid', 'tts'] as const).flatMap((name) =>
    [...serviceVariables(name).keys()].flatMap((variable) => [variable, `${name.toUpperCase()}_${variable}`]),
  ),
  ...OF_SCRIPTS,
])

describe.each(GUIDES)('%s', (guide) => {
  const text = read(guide)

  it('names only variables that somebody reads', () => {
    const named = [...text.matchAll(/(?:`|^|\s)([A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9])(?==|`|\s)/gm)].map(
      ([, name]) => name,
    )
    for (const name of named) expect([...known], name).toContain(name)
  })

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name)
  })

  it('leads to files that exist', () => {
    for (const [, link = ''] of text.matchAll(/\]\(((?!https?:|#)[^)#]+)[^)]*\)/g)) {
      expect(fs.existsSync(path.join(root, path.dirname(guide), link)), link).toBe(true)
    }
  })
})
