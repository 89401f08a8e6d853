// Vendors the subtitle fonts: one bold cut per script, with its licence, from the @fontsource packages.
// Run by hand after a version change: `node scripts/fonts.mjs`. libass reads .woff in every build, .woff2 only in new ones.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '5.3.0'
const TARGET = fileURLToPath(new URL('../public/fonts/film/', import.meta.url))

/** folder: package and the subsets that are of use. */
const FONTS = {
  latin: ['noto-sans', 'latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'],
  chinese: ['noto-sans-sc', 'chinese-simplified'],
  taiwan: ['noto-sans-tc', 'chinese-traditional'],
  japanese: ['noto-sans-jp', 'japanese'],
  korean: ['noto-sans-kr', 'korean'],
  arabic: ['noto-sans-arabic', 'arabic'],
  devanagari: ['noto-sans-devanagari', 'devanagari'],
  hebrew: ['noto-sans-hebrew', 'hebrew'],
  thai: ['noto-sans-thai', 'thai'],
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'fonts-'))
rmSync(TARGET, { recursive: true, force: true })
for (const [folder, [name, ...subsets]] of Object.entries(FONTS)) {
  const pack = execFileSync('npm', ['pack', '--silent', `@fontsource/${name}@${VERSION}`], { cwd: scratch })
  execFileSync('tar', ['xzf', pack.toString().trim()], { cwd: scratch })
  mkdirSync(path.join(TARGET, folder), { recursive: true })
  cpSync(path.join(scratch, 'package/LICENSE'), path.join(TARGET, folder, 'OFL.txt'))
  for (const subset of subsets) {
    const file = `${name}-${subset}-700-normal.woff`
    cpSync(path.join(scratch, 'package/files', file), path.join(TARGET, folder, file))
  }
  rmSync(path.join(scratch, 'package'), { recursive: true })
}
rmSync(scratch, { recursive: true })
