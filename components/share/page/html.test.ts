import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html'

test('whatever is put into a template stays text', () => {
  expect(html`<p title="${'"><script>'}">${"<b> & 'c'"}</p>`.text).toBe(
    '<p title="&#34;&#62;&#60;script&#62;">&#60;b&#62; &#38; &#39;c&#39;</p>',
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"']/)
    }),
  )
})

test('templates stand in templates as they are, and nothing stands for nothing', () => {
  expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${'&'}</li>`]}</ul>${null}${false}`.text).toBe(
    '<ul><li>1</li><li>&#38;</li></ul>',
  )
})
