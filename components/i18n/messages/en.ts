import access from './en/access.json'
import animatic from './en/animatic.json'
import board from './en/board.json'
import broken from './en/broken.json'
import command from './en/command.json'
import common from './en/common.json'
import desk from './en/desk.json'
import editor from './en/editor.json'
import engine from './en/engine.json'
import error from './en/error.json'
import exported from './en/export.json'
import history from './en/history.json'
import imported from './en/import.json'
import json from './en/json.json'
import keys from './en/keys.json'
import length from './en/length.json'
import links from './en/links.json'
import look from './en/look.json'
import missing from './en/missing.json'
import panel from './en/panel.json'
import player from './en/player.json'
import preferences from './en/preferences.json'
import presence from './en/presence.json'
import print from './en/print.json'
import project from './en/project.json'
import queue from './en/queue.json'
import scene from './en/scene.json'
import settings from './en/settings.json'
import share from './en/share.json'
import sheet from './en/sheet.json'
import status from './en/status.json'
import take from './en/take.json'
import task from './en/task.json'
import timeline from './en/timeline.json'
import upgrade from './en/upgrade.json'

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
