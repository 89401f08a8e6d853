/** What the people of a prompt are doing. */
import { findEntries, phrases, type Words } from './words'

export type Pose =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'lookUp'
  | 'raise'
  | 'kneel'
  | 'row'
  | 'lie'
  | 'fly'
  | 'ride'

const POSES: [string, Pose][] = [
  ['stand|standing|waiting|wait|stop|站|站着|站在|伫立|等待|等', 'stand'],
  [
    'walk|walking|stroll|strolling|wander|wandering|step|stepping|march|marching|journey|travelling|traveling|climb|climbing|follow|following|走|行走|散步|漫步|走过|走在|踏|登|攀|赶路',
    'walk',
  ],
  [
    'run|running|chase|chasing|rush|rushing|flee|fleeing|race|racing|hurry|hurrying|escape|escaping|跑|奔跑|追|逃|冲|飞奔',
    'run',
  ],
  [
    'sit|sitting|seated|sat|rest|resting|reading|read|fishing|坐|坐着|坐在|歇|读书|垂钓|钓鱼|看书|阅读',
    'sit',
  ],
  ['row|rowing|paddle|paddling|划船|划|泛舟|撑船', 'row'],
  [
    'look up|looking up|gaze up|gazing at the star|stargaze|stargazing|watch the sky|watching the star|仰望|抬头|望月|看星星|望着天',
    'lookUp',
  ],
  [
    'raise|raising|wave|waving|cheer|cheering|celebrate|celebrating|greet|greeting|dance|dancing|jump|jumping|shout|shouting|reach|reaching|举|挥手|招手|欢呼|跳舞|跳|高举|喊',
    'raise',
  ],
  [
    'kneel|kneeling|pray|praying|crouch|crouching|plant|planting|bend|bending|dig|digging|跪|蹲|祈祷|弯腰|种|挖',
    'kneel',
  ],
  ['sleep|sleeping|lie|lying|asleep|躺|睡|睡着', 'lie'],
  ['fly|flying|float|floating|soar|soaring|飞|飞翔|漂浮|飘', 'fly'],
  ['ride|riding|骑', 'ride'],
]

const BY_VERB: ReadonlyMap<string, Pose> = new Map(
  POSES.flatMap(([list, pose]) => phrases(list).map((verb) => [verb, pose] as const)),
)

export function findPoses(words: Words): { pose: Pose; at: number; chinese: boolean }[] {
  return findEntries(words, BY_VERB).map((found) => ({
    pose: found.entry,
    at: found.at,
    chinese: found.chinese,
  }))
}
