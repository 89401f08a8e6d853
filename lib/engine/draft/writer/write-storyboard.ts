import { invalidInput } from '@/lib/base/errors'
import type { DraftScene, StoryboardDraft, StoryboardRequest } from '@/lib/engine/contract'
import { LIMITS } from '@/lib/storyboard/schema'
import { breakCosts } from './breaks'
import { castStory, type Player } from './cast'
import type { Character } from './characters'
import { directTakes, directTransitions } from './direction'
import type { PlaceEntry } from './entries'
import { filmTitle } from './film-title'
import { baseLanguage, detectLanguage } from './language'
import { readLooks } from './looks'
import { type Moment, readMoments } from './moment'
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
  const moments = readMoments(readings, han)
  const shots = arrangeShots(sentences, count, breakCosts(moments))
  const troupe = castStory(company.characters, readLooks(readings, han), request.seed, {
    eastern: isEastern(tongue),
    school: moments
      .slice(0, 4)
      .some((moment) => moment.places.some((hit) => /^(?:school|classroom)$/.test(hit.entry.key))),
  })
  const track = new SettingTrack(
    startingPlace(
      moments,
      mainPlayers(troupe.players).sort((a, b) => a.character.index - b.character.index)[0] ?? null,
    ),
  )
  const settings = moments.map((moment) => track.next(moment))
  const moods = chooseMoods(
    shots.map((shot) => moodVotes(moments.slice(shot.from, shot.to), settings.slice(shot.from, shot.to))),
  )
  const pictures: Picture[] = []
  shots.forEach((shot, i) => {
    const scene = {
      moments: moments.slice(shot.from, shot.to),
      settings: settings.slice(shot.from, shot.to),
      mood: moods[i] ?? 'calm',
      part: shot.part,
      before: pictures.at(-1) ?? null,
    }
    pictures.push(choosePicture(scene, troupe, lately(pictures)))
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
        take,
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
    title: (
      filmTitle(moments, mainPlayers(troupe.players), tongue) ??
      drafted.find((scene) => scene.cast.length > 0)?.title ??
      drafted[0]?.title ??
      ''
    ).slice(0, LIMITS.titleChars),
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

/** Who was seen in the last scenes, the more important first. */
function lately(pictures: Picture[]): Player[] {
  const players = new Set(pictures.slice(-3).flatMap((picture) => picture.players))
  return [...players].sort((a, b) => b.character.acts - a.character.acts)
}

/** Before a story says where it is: the first place it names at all, else where its hero is at home. */
function startingPlace(moments: Moment[], first: Player | null): PlaceEntry | null {
  const within = (count: number, sure: number) =>
    moments
      .slice(0, count)
      .flatMap((moment) => moment.places)
      .find((hit) => hit.sure >= sure)?.entry
  const quarter = Math.max(3, Math.ceil(moments.length / 4))
  const named = within(2, 0.4) ?? within(quarter, HERE) ?? within(5, 0.4) ?? null
  const home = first?.character.entry?.home
  return home && (!named || keepsPlace(home, named.key)) ? placeNamed(home) : named
}

/** The cast, the most important first. */
function mainPlayers(players: ReadonlyMap<Character, Player>): Player[] {
  const weight = ({ character }: Player) => character.acts * 2 + character.mentions
  return [...players.values()]
    .filter((player) => player.member.id !== '')
    .sort((a, b) => weight(b) - weight(a))
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
