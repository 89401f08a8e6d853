import access from './zh/access.json'
import animatic from './zh/animatic.json'
import board from './zh/board.json'
import broken from './zh/broken.json'
import command from './zh/command.json'
import common from './zh/common.json'
import desk from './zh/desk.json'
import editor from './zh/editor.json'
import engine from './zh/engine.json'
import error from './zh/error.json'
import exported from './zh/export.json'
import history from './zh/history.json'
import imported from './zh/import.json'
import json from './zh/json.json'
import keys from './zh/keys.json'
import length from './zh/length.json'
import links from './zh/links.json'
import look from './zh/look.json'
import missing from './zh/missing.json'
import panel from './zh/panel.json'
import player from './zh/player.json'
import preferences from './zh/preferences.json'
import presence from './zh/presence.json'
import print from './zh/print.json'
import project from './zh/project.json'
import queue from './zh/queue.json'
import scene from './zh/scene.json'
import settings from './zh/settings.json'
import share from './zh/share.json'
import sheet from './zh/sheet.json'
import status from './zh/status.json'
import take from './zh/take.json'
import task from './zh/task.json'
import timeline from './zh/timeline.json'
import upgrade from './zh/upgrade.json'

/** One file a room of the interface; both languages have the same. */
export const messages = {
  access,
  animatic,
  board,
  broken,
  command,
  common,
  desk,
  editor,
  engine,
  error,
  export: exported,
  history,
  import: imported,
  json,
  keys,
  length,
  links,
  look,
  missing,
  panel,
  player,
  preferences,
  presence,
  print,
  project,
  queue,
  scene,
  settings,
  share,
  sheet,
  status,
  take,
  task,
  timeline,
  upgrade,
}
