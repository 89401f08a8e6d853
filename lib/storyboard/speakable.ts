/** Word characters of any script: what a voice could speak. */
export const isSpeakable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** What is expected of a text that has none. */
export const SPEAKABLE_TEXT = 'must have words in it, not only signs or emoji'
