import { lexicon } from './lexicon'
import type { Token } from './mention'

/** Capitalised words that name no one. */
const NOT_NAMES = new Set(
  `i i'm i'll i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  christmas easter halloween english french chinese german spanish japanese italian russian american british european african indian arabic latin god lord heaven earth mars venus jupiter moon sun north south east west
  mr mrs ms miss dr sir lady madam mister st chapter part act scene book ok okay yes no oh ah well hello hi hey please thank thanks good goodbye nobody everyone everybody somebody someone something nothing everything anyone anything others both all many most few several one two three four five six seven eight nine ten none neither either each another
  time times years days hours weeks months minutes seconds silence darkness life music light love death hope fear work news word words voices footsteps laughter there here now later soon suddenly finally meanwhile perhaps maybe once again still even only just also too never always often sometimes together alone outside inside above below behind beyond far near down up out off away back home today tomorrow yesterday tonight this that these those what who which where why how it he she they we you his her their its our your my him them us not don't let's the a an and but or if when then so as at in on of to for from by with`.split(
    /\s+/,
  ),
)
const PLACE_BEFORE = new Set('in at to from near of into across through toward towards outside'.split(' '))
const HONORIFICS = /^(?:mr|mrs|ms|miss|dr|sir|lady|madam|mister|prof|st)$/

const MALE = new Set(
  'adam adrian alan albert alex alexander andrew anthony arthur ben benjamin bill billy bob brian carl charles charlie chris daniel dan david edward eli elias ethan eric felix finn francis frank fred gabriel george gus hans harry hector henry hugo ian isaac jack jacob jake james jamie jason jasper jim jimmy joe joel john johnny jonah jonas joseph josh julian karl kevin leo leon liam louis lucas luke marco marcus mark martin matthew max michael mike milo nathan ned nicholas nick noah oliver oscar otto owen patrick paul pedro peter philip ralph ray robert robin roger ronan rory rowan ryan sam samuel sebastian simon stephen steven ted theo theodore thomas tim timothy toby tom tomas tommy tony victor vincent walter will william'.split(
    ' ',
  ),
)
const FEMALE = new Set(
  'ada agnes alice amelia amy ana angela anna anne annie ava barbara beatrice bella beth betty carla caroline catherine cecilia charlotte chloe clara claire daisy diana dora dorothy edith elena eleanor elise eliza elizabeth ella ellen elsa emily emma esther eva eve evelyn fiona flora florence freya gerda grace greta hannah harriet hazel heidi helen helena ines iris isabel isla ivy jane jenny jessica joan josephine judy julia juliet june kate katherine laura leila lena lily lina linda lisa lola lottie louise lucia lucy luna lydia mabel maggie maria marian marie martha mary matilda maya mara mei mia mila mina miriam molly nadia nancy nell nina nora olga olive olivia ophelia penny petra phoebe polly rachel rebecca rosa rose rosie ruby ruth sally sara sarah scarlett selma sofia sophia sophie stella susan sylvia tessa thea tilly vera victoria viola violet wendy willow winnie zoe'.split(
    ' ',
  ),
)

export function genderOfName(name: string): 'm' | 'f' | null {
  const first = (name.toLowerCase().split(/\s+/)[0] ?? '').replace('.', '')
  if (/^(?:lady|mrs|miss|ms|madam)$/.test(first)) return 'f'
  if (/^(?:mr|sir|mister)$/.test(first)) return 'm'
  if (MALE.has(first)) return 'm'
  return FEMALE.has(first) ? 'f' : null
}

/**
 * The names of characters in an English story, in lower case, each word by itself: capitalised words that are not
 * only the first of a sentence, not words of the dictionary, and not mostly places.
 */
export function findEnglishNames(sentences: Token[][]): Set<string> {
  const seen = new Map<
    string,
    { inside: number; first: number; lower: number; place: number; acting: number }
  >()
  for (const tokens of sentences) {
    tokens.forEach((token, i) => {
      if (!/^\p{L}/u.test(token.raw)) return
      const count = seen.get(token.word) ?? { inside: 0, first: 0, lower: 0, place: 0, acting: 0 }
      seen.set(token.word, count)
      const before = tokens[i - 1]
      if (!/^\p{Lu}\p{Ll}/u.test(token.raw)) count.lower++
      // After a quotation mark or a title the capital may be only the start of a sentence within.
      else if (i === 0) {
        count.first++
        if (isDoing(tokens[i + 1]?.word ?? '')) count.acting++
      } else {
        count.inside++
        if (before && PLACE_BEFORE.has(before.word) && !token.possessive) count.place++
      }
    })
  }
  const names = new Set<string>()
  for (const [word, count] of seen) {
    if (NOT_NAMES.has(word) || count.lower > 0 || word.length < 2) continue
    const given = MALE.has(word) || FEMALE.has(word)
    if (!given && lexicon().english.has(word)) continue
    if (count.place > 0 && count.place >= (count.inside + count.first) * 0.5 && !given) continue
    // What only ever opens sentences may be any word, unless it then does something.
    if (count.inside > 0 || count.acting > 0 || (given && count.first > 0)) names.add(word)
  }
  return names
}

function isDoing(word: string): boolean {
  if (/^(?:was|had|did|is|has|could|would|and|nodded|turned|looked|knew|felt|tried|wanted|loved)$/.test(word))
    return true
  return (
    lexicon()
      .english.get(word)
      ?.some((entry) => entry.kind === 'action') ?? false
  )
}

export function isHonorific(word: string): boolean {
  return HONORIFICS.test(word)
}
