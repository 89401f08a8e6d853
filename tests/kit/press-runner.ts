/** A runner in a process of its own, whose press makes one picture of a call and then holds the others for ever. */
import { registerEngine } from '@/lib/engine/registry'
import { startRunner } from '@/lib/runner/runner'
import { fakeWriter } from './engines'
import { fakePress } from './press'

const press = fakePress()
let made = 0
press.before = async () => {
  made += 1
  if (made > 1) await new Promise(() => undefined)
}
registerEngine(fakeWriter())
registerEngine(press)
await startRunner()
console.log('ready')
