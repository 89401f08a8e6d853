/** A failure whose message tells the user what to do; shown as it is, without a stack. */
export class SetupFailure extends Error {
  name = 'SetupFailure'
}
