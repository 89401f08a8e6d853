/**
 * Share pages are written as plain HTML: they must carry a status (410, 401), open at once and bring no studio with
 * them. Whatever is put into a template is escaped, unless a template made it.
 */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | null | false | readonly Html[]

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, i) => text + written(values[i - 1] ?? null) + part))
}

function written(value: Value): string {
  if (value === null || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(written).join('')
  return String(value).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
