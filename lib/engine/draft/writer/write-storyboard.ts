import { invalidInput } from '@/lib/base/errors'
import type { DraftScene, StoryboardDraft, StoryboardRequest } from '@/lib/engine/contract'
import { LIMITS } from '@/lib/storyboard/schema'
import { breakCosts } from './breaks'
import { castStory, type Player } from './cast'
import { directTakes, directTransitions } from './direction'
import type { PlaceEntry } from './entries'
import { filmTitle } from './film-title'
import { baseLanguage, detectLanguage } from './language'
import { readLooks } from './looks'
import { type Moment, readMoment } from './moment'
import { chooseMoods, moodVotes, musicHint } from './mood-track'
import { narrationOf } from './narration'
import { choosePicture, leadOf, type Picture, promptWords } from './picture'
import { readStory } from './reading'
import { splitSentences } from './sentences'
import { HERE, keepsPlace, placeNamed, SettingTrack } from './setting'
import { arrangeShots, cutPieces } from './shots'
import { cleanStory } from './story'
import { TitleMaker } from './titles'

/** The storyboard of a story, the same for the same request. Throws `invalid_input` when there is nothing to tell. */
export function writeStoryboard(request: StoryboardRequest): StoryboardDraft {
  const story = cleanStory(request.story)
  if (story === '') throw invalidInput([{ field: 'story', expected: 'some text' }])
  if (story.length > LIMITS.storyChars) {
    throw invalidInput([{ field: 'story', expected: `at most ${LIMITS.storyChars} characters` }])
  }
  const found = detectLanguage(story)
  const language = request.language ?? found
  const tongue = readableAs(language, found)
  const han = baseLanguage(tongue) === 'zh'

  const { sentences, count } = cutPieces(splitSentences(story), request.sceneCount)
  const { readings, company } = readStory(story, sentences, tongue)
  const moments = readings.map((reading) => readMoment(reading, han))
  const shots = arrangeShots(sentences, count, breakCosts(moments))
  const troupe = castStory(company.characters, readLooks(readings, han), request.seed, isEastern(tongue))
  const track = new SettingTrack(startingPlace(moments, [...troupe.players.values()]))
  const settings = moments.map((moment) => track.next(moment))
  const moods = chooseMoods(
    shots.map((shot) => moodVotes(moments.slice(shot.from, shot.to), settings.slice(shot.from, shot.to))),
  )
  const pictures: Picture[] = []
  let carried: Player[] = []
  shots.forEach((shot, i) => {
    const scene = {
      moments: moments.slice(shot.from, shot.to),
      settings: settings.slice(shot.from, shot.to),
      mood: moods[i] ?? 'calm',
      part: shot.part,
      before: pictures.at(-1) ?? null,
    }
    const picture = choosePicture(scene, troupe, carried)
    if (picture.players.length > 0) carried = picture.players
    pictures.push(picture)
  })
  const takes = directTakes(pictures, shots, request.seed)
  const transitions = directTransitions(pictures, shots)
  const titles = new TitleMaker(
    tongue,
    troupe.cast.map((member) => member.name),
  )
  const drafted = shots.map((shot, i): DraftScene => {
    const picture = pictures[i] as Picture
    const take = takes[i] ?? { size: 'wide', angle: '', camera: 'push-in' }
    const lead = leadOf(picture)
    return {
      title: titles.title(
        moments.slice(shot.from, shot.to),
        lead ? (troupe.players.get(lead) ?? null) : null,
        take.size,
        shot.part,
      ),
      prompt: promptWords(picture, take.size, take.angle, troupe),
      narration: narrationOf(story, sentences, shot),
      bgm: musicHint(picture.mood, picture.setting, request.seed),
      camera: take.camera,
      transition: transitions[i] ?? { kind: 'dissolve', durationMs: 500 },
      cast: picture.players.flatMap((player) => (player.member.id ? [player.member.id] : [])),
    }
  })
  return {
    title: (filmTitle(moments, mainPlayer(troupe.players), tongue) ?? drafted[0]?.title ?? '').slice(
      0,
      LIMITS.titleChars,
    ),
    language,
    cast: troupe.cast,
    scenes: drafted,
    writtenBy: 'draft writer',
    warnings: warningsFor(language, found, sentences.length, count),
  }
}

/** A story is read in the language it is written in, whatever its voice shall be. */
function readableAs(wanted: string, found: string): string {
  return baseLanguage(wanted) === baseLanguage(found) ? wanted : found
}

function isEastern(language: string): boolean {
  return ['zh', 'ja', 'ko', 'vi', 'th'].includes(baseLanguage(language))
}

/** Before a story says where it is: the first place it names at all, else where its hero is at home. */
function startingPlace(moments: Moment[], players: Player[]): PlaceEntry | null {
  const early = moments
    .slice(0, Math.max(3, Math.ceil(moments.length / 4)))
    .flatMap((moment) => moment.places)
  const named = (early.find((hit) => hit.sure >= HERE) ?? early.find((hit) => hit.sure >= 0.4))?.entry ?? null
  const homes = players.flatMap(({ character }) => character.entry?.home || [])
  const home = homes.find((key) => !named || keepsPlace(key, named.key))
  return home ? placeNamed(home) : named
}

function mainPlayer(players: ReadonlyMap<unknown, Player>): Player | null {
  const single = [...players.values()].filter((player) => !player.group)
  return (
    single.sort(
      (a, b) => b.character.acts * 2 + b.character.mentions - (a.character.acts * 2 + a.character.mentions),
    )[0] ?? null
  )
}

function warningsFor(language: string, found: string, sentences: number, count: number): string[] {
  const warnings: string[] = []
  if (baseLanguage(language) !== baseLanguage(found)) {
    warnings.push(`The story looks like ${found}, but the narration language is ${language}.`)
  }
  if (count > sentences * 6) {
    warnings.push(
      `${count} scenes for ${sentences} sentence${sentences === 1 ? '' : 's'}: most scenes are silent shots of the same moment.`,
    )
  }
  return warnings
}
