/** Poses: the joints of a figure by what it is doing. Angles in degrees, 0 hanging down, 90 pointing forward. */
import type { Pose } from '../reading/poses'
import type { Look } from './wardrobe'

/** Measures of a figure 100 units tall. */
export interface Build {
  headR: number
  headY: number
  shoulderY: number
  shoulderW: number
  hipY: number
  hipW: number
  arm: number
  /** How thick limbs are. */
  girth: number
}

export function buildOf({ age, gender, outfit, role }: Look): Build {
  const bulk = outfit === 'spacesuit' ? 1.45 : outfit === 'metal' ? 0.9 : outfit === 'armour' ? 1.15 : 1
  if (age === 'child' && role !== 'robot') {
    return {
      headR: 14.5,
      headY: -83,
      shoulderY: -65,
      shoulderW: 10 * (bulk > 1 ? 1.15 : 1),
      hipY: -34,
      hipW: 8,
      arm: 31,
      girth: 4.2 * bulk,
    }
  }
  const female = gender === 'female'
  return {
    headR: female ? 10.4 : 10.2,
    headY: -86.5,
    shoulderY: -72.5,
    shoulderW: (female ? 10 : 12.4) * (bulk > 1 ? 1.12 : 1),
    hipY: -45,
    hipW: female ? 8.6 : 9,
    arm: 36,
    girth: (female ? 3.9 : 4.5) * bulk,
  }
}

export interface Joints {
  /** Upper and lower arm. */
  front: [number, number]
  back: [number, number]
  /** Thigh and shin. */
  frontLeg: [number, number]
  backLeg: [number, number]
  /** The whole body's lean forward and the head's nod (negative looks up). */
  lean: number
  nod: number
  /** How far the hips sink, units. */
  sink: number
  seat: boolean
}

const STAND: Joints = {
  front: [10, 22],
  back: [-12, -4],
  frontLeg: [4, 2],
  backLeg: [-5, -4],
  lean: 0,
  nod: 0,
  sink: 0,
  seat: false,
}

const POSES: Record<Pose, Partial<Joints>> = {
  stand: {},
  walk: { front: [-26, 4], back: [28, 46], frontLeg: [25, 10], backLeg: [-18, -34], lean: 3, sink: 2 },
  run: { front: [-46, 30], back: [50, 118], frontLeg: [50, -8], backLeg: [-26, -78], lean: 11, sink: 3 },
  sit: { front: [34, 62], back: [20, 58], frontLeg: [84, 4], backLeg: [74, -6], sink: 21, seat: true },
  lookUp: { front: [8, 16], back: [-14, -8], nod: -17 },
  raise: { front: [150, 164], back: [-18, -8], nod: -9 },
  kneel: {
    front: [44, 70],
    back: [30, 60],
    frontLeg: [78, -18],
    backLeg: [12, -82],
    lean: 8,
    sink: 23,
    nod: 8,
  },
  row: { front: [62, 84], back: [50, 74], frontLeg: [84, 30], backLeg: [80, 20], lean: 12, sink: 24 },
  lie: { front: [4, 6], back: [-4, -4], frontLeg: [2, 2], backLeg: [-2, -2] },
  fly: { front: [118, 124], back: [-24, -30], frontLeg: [-4, -12], backLeg: [-14, -24], lean: 26, nod: -14 },
  ride: { front: [44, 66], back: [36, 60], frontLeg: [46, 4], backLeg: [40, 0], sink: 20 },
}

/** Old people stoop a little; children carry their heads high. */
export function jointsOf(pose: Pose, look: Look): Joints {
  const joints = { ...STAND, ...POSES[pose] }
  // Hips come to rest at one height above the ground, however long the legs are.
  if (joints.seat) joints.sink = -buildOf(look).hipY - 23
  else if (joints.sink > 18) joints.sink = -buildOf(look).hipY - 21
  if (look.age === 'old' && (pose === 'stand' || pose === 'walk')) joints.lean += 4
  if (look.role === 'ghost' || look.role === 'mermaid') Object.assign(joints, { sink: 0, seat: false })
  return joints
}
