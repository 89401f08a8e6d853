/** Which painter paints which place. */
import type { Place } from '../reading/setting'
import type { PaintPlace } from './backdrop'
import {
  paintDesert,
  paintFarm,
  paintGarden,
  paintMeadow,
  paintRoad,
  paintSnowfield,
  paintWasteland,
} from './land'

export const PLACE_PAINTERS: Record<Place, PaintPlace> = new Proxy({} as Record<Place, PaintPlace>, {
  get: (_t, place) =>
    ({
      snowfield: paintSnowfield,
      desert: paintDesert,
      farm: paintFarm,
      garden: paintGarden,
      road: paintRoad,
      wasteland: paintWasteland,
    })[place as string] ?? paintMeadow,
})
