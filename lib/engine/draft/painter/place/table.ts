/** Which painter paints which place. */
import type { Place } from '../reading/places'
import type { PaintPlace } from './backdrop'
import { paintAir, paintCave, paintUnderwater } from './depths'
import { paintHarbour } from './harbour'
import { paintCastle, paintTemple } from './heritage'
import { paintLake, paintRiver } from './inland'
import { paintDesert, paintMeadow, paintSnowfield, paintWasteland } from './land'
import { paintMarket, paintVillage } from './market'
import { paintRoom } from './room'
import { paintGraveyard, paintRuins } from './ruins'
import { paintPlanet, paintSpace } from './space'
import { paintFarm, paintGarden, paintRoad } from './tended'
import { paintCity, paintNeon } from './town'
import { paintBeach, paintCoast, paintSea } from './water'
import { paintBamboo, paintForest, paintJungle, paintOrchard } from './woods'

export const PLACE_PAINTERS: Record<Place, PaintPlace> = {
  kitchen: paintRoom,
  bedroom: paintRoom,
  home: paintRoom,
  tavern: paintRoom,
  palace: paintRoom,
  classroom: paintRoom,
  library: paintRoom,
  laboratory: paintRoom,
  workshop: paintRoom,
  stage: paintRoom,
  cockpit: paintRoom,
  cave: paintCave,
  underwater: paintUnderwater,
  space: paintSpace,
  planet: paintPlanet,
  neon: paintNeon,
  ruins: paintRuins,
  wasteland: paintWasteland,
  city: paintCity,
  market: paintMarket,
  harbour: paintHarbour,
  beach: paintBeach,
  coast: paintCoast,
  sea: paintSea,
  lake: paintLake,
  river: paintRiver,
  bamboo: paintBamboo,
  orchard: paintOrchard,
  jungle: paintJungle,
  forest: paintForest,
  snowfield: paintSnowfield,
  desert: paintDesert,
  temple: paintTemple,
  castle: paintCastle,
  graveyard: paintGraveyard,
  garden: paintGarden,
  farm: paintFarm,
  village: paintVillage,
  road: paintRoad,
  mountain: paintMeadow,
  sky: paintAir,
  meadow: paintMeadow,
}
