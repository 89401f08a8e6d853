/** What somebody who fetches models can do something about: shown without a stack. */
export class FetchFailure extends Error {
  name = 'FetchFailure'

  /** `canRetry`: the same request may succeed in a moment. */
  constructor(message, { canRetry = false, cause } = {}) {
    super(message, { cause })
    this.canRetry = canRetry
  }
}
