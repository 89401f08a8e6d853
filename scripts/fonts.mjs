// Vendors the fonts of what the studio draws, with their licences, from the @fontsource packages: the bold cut of each script
// for captions and titles, the regular one for text on paper.
// Run by hand after a version change: `node scripts/fonts.mjs`. libass reads .woff in every build, .woff2 only in new ones.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '5.3.0'
const TARGET = fileURLToPath(new URL('../public/fonts/', import.meta.url))
/** folder: weight. libass loads whole folders, so each has one. */
const CUTS = { film: 700, paper: 400 }

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
for (const cut of Object.keys(CUTS)) rmSync(path.join(TARGET, cut), { recursive: true, force: true })
for (const [folder, [name, ...subsets]] of Object.entries(FONTS)) {
  const pack = execFileSync('npm', ['pack', '--silent', `@fontsource/${name}@${VERSION}`], { cwd: scratch })
  execFileSync('tar', ['xzf', pack.toString().trim()], { cwd: scratch })
  for (const [cut, weight] of Object.entries(CUTS)) {
    const target = path.join(TARGET, cut, folder)
    mkdirSync(target, { recursive: true })
    cpSync(path.join(scratch, 'package/LICENSE'), path.join(target, 'OFL.txt'))
    for (const subset of subsets) {
      const file = `${name}-${subset}-${weight}-normal.woff`
      cpSync(path.join(scratch, 'package/files', file), path.join(target, file))
    }
  }
  rmSync(path.join(scratch, 'package'), { recursive: true })
}
rmSync(scratch, { recursive: true })
