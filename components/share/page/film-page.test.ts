import { expect, test } from 'vitest'
import type { SharedFilm } from '@/lib/share/film'
import { embedSnippet } from './film-page'

test('the snippet for somebody’s page names the film as it is called, with every mark in it', () => {
  const film = { width: 1280, height: 720 } as SharedFilm
  const { text } = embedSnippet(`Fox & "Star" <'1'>`, film, 'https://films.example/s/token')
  expect(text).toBe(
    '<iframe src="https://films.example/s/token/embed" width="640" height="360" style="border:0" allow="fullscreen" loading="lazy" title="Fox &#38; &#34;Star&#34; &#60;&#39;1&#39;&#62;"></iframe>',
  )
})
