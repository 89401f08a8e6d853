/** How long a service may take over what takes no time: what is made is timed by whoever asks for it. */

export const CONNECT_MS = 5_000
/** The longest pause inside an answer; services send a heartbeat every ten seconds. */
export const SILENCE_MS = 30_000
/** A whole answer that is already made: one that drips in is as bad as none. */
export const BODY_MS = 60_000
