import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './dockerfile'

const complete = {
  STUDIO_KEY: 'a-key-nobody-can-guess',
  FRP_SERVER_ADDR: 'frps.example.com',
  FRP_TOKEN: 'to/ken-1',
  FRP_DOMAIN: 'studio.example.com',
}
let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'frp-'))
  fs.writeFileSync(path.join(folder, 'frpc'), '#!/bin/sh\necho "started $@"\ncat "$2"\n', { mode: 0o755 })
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function start(change: Record<string, string> = {}) {
  const env = { ...complete, ...change, PATH: process.env.PATH, FRPC: path.join(folder, 'frpc') }
  const config = path.join(folder, 'frpc.toml')
  return spawnSync('sh', [path.join(root, 'docker/frp/entrypoint.sh')], {
    env: { ...env, FRPC_CONFIG: config } as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  })
}

describe('the way out to a public entry', () => {
  it.each([
    ['STUDIO_KEY', ''],
    ['STUDIO_KEY', 'short'],
    ['FRP_SERVER_ADDR', ''],
    ['FRP_TOKEN', ''],
    ['FRP_DOMAIN', ''],
    ['FRP_TOKEN', 'a"\nadmin = "yes'],
    ['FRP_DOMAIN', 'a|e id|'],
  ])('stays shut with %s=%j, and says why', (name, value) => {
    const { status, stdout, stderr } = start({ [name]: value })
    expect(status).toBe(78)
    expect(stdout).toBe('')
    expect(stderr).toContain('frpc is not started')
    if (value === '') expect(stderr).toContain(name)
  })

  it('leads a name to the studio', () => {
    const { status, stdout } = start()
    expect(status).toBe(0)
    expect(stdout).toContain('serverAddr = "frps.example.com"')
    expect(stdout).toContain('serverPort = 7000')
    expect(stdout).toContain('auth.token = "to/ken-1"')
    expect(stdout).toContain('customDomains = ["studio.example.com"]')
    expect(stdout).toContain('localIP = "web"')
    expect(stdout).not.toContain('@')
  })

  it('leads a port to the studio where there is no name', () => {
    const { stdout } = start({ FRP_DOMAIN: '', FRP_REMOTE_PORT: '13000', FRP_SERVER_PORT: '7001' })
    expect(stdout).toContain('type = "tcp"')
    expect(stdout).toContain('remotePort = 13000')
    expect(stdout).toContain('serverPort = 7001')
    expect(stdout).not.toContain('customDomains')
  })

  it('keeps the token from other users of the machine', () => {
    start()
    expect(fs.statSync(path.join(folder, 'frpc.toml')).mode & 0o077).toBe(0)
  })
})
