import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import type { Storyboard } from '@/lib/storyboard/schema'
import { planUntilFilm, randomStoryboard } from '@/tests/kit/random-storyboard'
import { captioned } from './captioned'
import { sizeOf } from './export'

const withSubtitles = (board: Storyboard, subtitles: boolean): Storyboard => ({
  ...board,
  settings: { ...board.settings, subtitles },
})

describe('a film with or without captions', () => {
  it.each([true, false])('is the one that a storyboard asks for which has them so: %s', (burnt) => {
    let seen = 0
    for (let i = 0; i < 40; i++) {
      const { board, known } = randomStoryboard(i)
      const [own, other] = [!burnt, burnt].map((on) => planUntilFilm(withSubtitles(board, on), known))
      const film = own?.film.recipe
      if (!film || !own || !other?.film.recipe) continue
      seen += 1
      const segments = new Map(
        own.scenes.map(({ segment }) => [segment.fingerprint ?? '', segment.recipe as Recipe]),
      )
      const made = captioned(film, (print) => segments.get(print), { burnt, ffmpeg: film.engine })
      expect(made?.segments.map(fingerprintOf)).toEqual(
        other.scenes.map(({ segment }) => segment.fingerprint),
      )
      expect(made && fingerprintOf(made.film)).toBe(other.film.fingerprint)
    }
    expect(seen).toBeGreaterThan(10)
  })

  it('is unknown where a recipe of a segment is', () => {
    const { board, known } = randomStoryboard(1)
    const film = planUntilFilm(board, known)?.film.recipe
    expect(film && captioned(film, () => undefined, { burnt: false, ffmpeg: 'ffmpeg/1' })).toBeNull()
  })
})

describe('a size by its shorter side', () => {
  it.each([
    [{ width: 1280, height: 720 }, 360, { width: 640, height: 360 }],
    [{ width: 720, height: 1280 }, 480, { width: 480, height: 854 }],
    [{ width: 768, height: 512 }, 1080, { width: 1620, height: 1080 }],
    [{ width: 1000, height: 1000 }, 144, { width: 144, height: 144 }],
  ])('keeps the shape of %j at %i, in even numbers', (film, side, size) => {
    expect(sizeOf(film, side)).toEqual(size)
  })
})
