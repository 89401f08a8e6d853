import type { Character } from './characters'
import type { Moment } from './moment'

/** Below 0 a scene ends well before the sentence, above 0 badly. */
const BREAK = {
  section: -2.5,
  paragraph: -0.6,
  line: -0.15,
  clause: 0.7,
  quoted: 1.4,
  afterHeading: 4,
  place: -0.7,
  time: -0.8,
  turn: -0.35,
  flashback: -0.5,
  newLead: -0.2,
  sameSpeaker: 0.15,
} as const

/** For each sentence how well a new scene begins with it. */
export function breakCosts(moments: Moment[]): number[] {
  let place: string | null = null
  return moments.map((moment, i) => {
    const before = moments[i - 1]
    const { sentence } = moment.reading
    let cost = 0
    if (sentence.opens === 'section') cost += BREAK.section
    else if (sentence.opens === 'paragraph')
      cost += before && moment.speech > 0.3 && before.speech > 0.3 ? BREAK.paragraph / 3 : BREAK.paragraph
    else if (sentence.opens === 'line') cost += BREAK.line
    else if (sentence.opens === 'clause') cost += BREAK.clause
    if (sentence.quoted) cost += BREAK.quoted
    // A heading alone would be a scene with a title and nothing to tell.
    if (before?.reading.sentence.heading) cost += BREAK.afterHeading
    const sure = moment.places.filter((hit) => hit.sure >= 0.85)
    const first = sure[0]
    if (first && place !== null && first.entry.key !== place) cost += BREAK.place
    place = sure.at(-1)?.entry.key ?? place
    if (moment.gap) cost += BREAK.time
    else if (moment.times.length > 0) cost += BREAK.time / 2
    if (moment.turn) cost += BREAK.turn
    if (before && moment.flashback !== before.flashback) cost += BREAK.flashback
    const lead = leadOf(moment)
    const leadBefore = before ? leadOf(before) : null
    if (lead && leadBefore && lead !== leadBefore) cost += BREAK.newLead
    if (lead && lead === leadBefore && moment.speech > 0.3) cost += BREAK.sameSpeaker
    return cost
  })
}

function leadOf(moment: Moment): Character | null {
  return moment.deeds[0]?.who[0] ?? moment.seen[0] ?? null
}
