import { describe, expect, it } from 'vitest'
import { completeLock, namedHosts, platformEntry } from '../fix-lock.mjs'
import { holdsAll } from './install.mjs'

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } })

describe('packages', () => {
  it('are installed when every one the lock asks for is there in its version', () => {
    const wanted = lock({ 'node_modules/a': { version: '1.0.0' } })
    expect(holdsAll(wanted, lock({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
    expect(holdsAll(wanted, lock({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false)
    expect(holdsAll(wanted, lock({}))).toBe(false)
  })

  it('may miss what is optional, but not hold it in another version', () => {
    const wanted = lock({ 'node_modules/o': { version: '2.0.0', optional: true } })
    expect(holdsAll(wanted, lock({}))).toBe(true)
    expect(holdsAll(wanted, lock({ 'node_modules/o': { version: '1.0.0' } }))).toBe(false)
  })
})

describe('the lock', () => {
  it('names every optional package, built for this platform or not', () => {
    const parent = {
      version: '1.0.0',
      optionalDependencies: { '@a/here-linux-x64': '1.0.0', '@a/there-darwin-arm64': '1.0.0' },
    }
    const { lock: whole, added } = completeLock(
      lock({ 'node_modules/a': parent, 'node_modules/@a/here-linux-x64': { version: '1.0.0' } }),
    )
    expect(added).toEqual(['@a/there-darwin-arm64@1.0.0'])
    expect(whole.packages).toHaveProperty(['node_modules/@a/there-darwin-arm64'], {
      version: '1.0.0',
      optional: true,
      cpu: ['arm64'],
      os: ['darwin'],
    })
    expect(completeLock(whole).added).toEqual([])
  })

  it('reads a platform off a name', () => {
    expect(platformEntry('@next/swc-win32-x64-msvc', '1.0.0')).toMatchObject({ os: ['win32'], cpu: ['x64'] })
    expect(platformEntry('@biomejs/cli-linux-arm64-musl', '1.0.0')).toMatchObject({
      libc: ['musl'],
      cpu: ['arm64'],
    })
    expect(platformEntry('@tailwindcss/oxide-wasm32-wasi', '1.0.0')).toMatchObject({ cpu: ['wasm32'] })
  })

  it('refuses a range that is no exact version', () => {
    const parent = { version: '1.0.0', optionalDependencies: { 'b-darwin-x64': '^1.0.0' } }
    expect(() => completeLock(lock({ 'node_modules/a': parent }))).toThrow(/exact version/)
  })

  it('shows packages that name a registry', () => {
    expect(
      namedHosts(
        lock({ 'node_modules/a': { resolved: 'https://mirror.example/a.tgz' }, 'node_modules/b': {} }),
      ),
    ).toEqual(['node_modules/a'])
  })
})
