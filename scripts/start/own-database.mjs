/**
 * Which database of the embedded server belongs to a data folder. The folder says it in a file of its own, so a folder that is
 * moved keeps its films; the server's side remembers the folder, so that no two of them share a database.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'

/** Of the folder that is used when none is named, and of all that were used before folders had names. */
const FIRST = 'studio'
const NAME = /^studio(_[0-9a-f]{8})?$/

const markOf = (folder) => path.join(folder, 'database')

/**
 * `wanted`: the data folder. `keptIn`: the server's folder. `isDefault`: the folder of whoever names none. `inBucket`: the
 * films lie elsewhere, so the folder may change as long as it does not say otherwise.
 */
export function ownDatabase({ wanted, keptIn, isDefault, inBucket }) {
  const said = readName(wanted)
  if (inBucket) return said || FIRST
  const isOld = isDefault || !isEmpty(wanted)
  fs.mkdirSync(wanted, { recursive: true })
  const folder = fs.realpathSync(wanted)
  const book = path.join(keptIn, 'folders.json')
  // As seen from the server's folder, so that a copy of the whole checkout is a studio of its own.
  const from = fs.realpathSync(keptIn)
  const owners = JSON.parse(readOr(book, '{}'))
  const ownerOf = (name) => path.resolve(from, owners[name] ?? folder)
  const isTaken = (name) => ownerOf(name) !== folder && readName(ownerOf(name)) === name
  if (said && isTaken(said)) throw new SetupFailure(shared(said, ownerOf(said), folder))
  const name =
    said || mark(folder, isOld && !isTaken(FIRST) ? FIRST : `${FIRST}_${randomBytes(4).toString('hex')}`)
  const seen = path.relative(from, folder)
  if (owners[name] !== seen) {
    fs.writeFileSync(`${book}.${process.pid}`, `${JSON.stringify({ ...owners, [name]: seen })}\n`)
    fs.renameSync(`${book}.${process.pid}`, book)
  }
  return name
}

function readName(folder) {
  const name = readOr(markOf(folder)).trim()
  if (name === '' || NAME.test(name)) return name
  throw new SetupFailure(`${markOf(folder)} names no database of the studio.`)
}

/** Answers the name that stays: a start at the same moment may have been first. */
function mark(folder, name) {
  try {
    fs.writeFileSync(markOf(folder), `${name}\n`, { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readName(folder)
}

const shared = (name, owner, folder) =>
  `The films of two folders cannot share a database, and both of these name ${name}:\n  ${owner}\n  ${folder}\nSet DATA_DIR to the first, or remove ${markOf(folder)} to let the second begin with none.`

function readOr(file, nothing = '') {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return nothing
    throw error
  }
}

const isEmpty = (folder) => !fs.existsSync(folder) || fs.readdirSync(folder).length === 0
