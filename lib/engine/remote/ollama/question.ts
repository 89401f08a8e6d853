/** A question to a language model, whatever dialect it is then asked in. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface Question {
  model: string
  messages: ChatMessage[]
  /** JSON Schema of the answer. */
  format: Record<string, unknown>
  seed: number
  signal: AbortSignal
}

/** Ten times a scene; a small model that rambles is stopped here. */
export const ANSWER_TOKENS = 400
export const TEMPERATURE = 0.3
