import pino from 'pino'
import { env } from './env'

/** Structured lines on stderr: stdout belongs to the one line with the address and to the film command. */
export const log = pino({ level: env.logLevel, base: undefined }, pino.destination({ dest: 2, sync: true }))
